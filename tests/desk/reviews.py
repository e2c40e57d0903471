#!/usr/bin/python3
"""An interview is returned, mended and accepted by keyboard alone, at two desks through the real
window.

usage: reviews.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import Call, sit_down  # noqa: E402
from database import Database, call_at_any_hour  # noqa: E402
from desk import quit_with, run_tests  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
CUSTOMERS = ('code,name,phone,status,account manager\nC0001,Wang,13812345678,lost,Li\n'
             'C0002,Zhao,13900001111,active,Chen\n')
WORDS, MORE_WORDS, COMMENT = 'Nobody called', ' for a year', 'Ask her for how long'
QUESTION = 'what-happened'
STATE = 'SELECT state FROM interview_review WHERE interview_id = ?'
ANSWER = ("SELECT value FROM answer WHERE interview_id = ? AND question = 'what-happened' "
          "AND state = 'current'")


def make_company(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    for command in (['init'], ['import', 'customers', str(table)]):
        subprocess.run([CTL, '--database', path, *command], check=True,
                       stdout=subprocess.DEVNULL)
    call_at_any_hour(CTL, path)
    return Database(path)


def lead_it(desk, database):
    desk.wait_for_words('Next Call')
    desk.key('F5')
    call = Call(desk, database)
    desk.wait_for_words('1 / ')
    call.answer('opening', 'Return', value='said')
    call.answer('consent', '1', 'Return', value='yes')
    call.type(QUESTION, WORDS, 'ctrl+Return')
    desk.key('ctrl+f')
    desk.wait_for_words('How did the call end?')
    desk.key('2', 'Return')
    database.wait_for('partial', 'SELECT state FROM interview WHERE id = ?', call.id)
    return call.id


def return_it(desk, database, interview):
    desk.key('ctrl+alt+r')
    desk.wait_for_words(WORDS)
    desk.key('alt+c', 'shift+Tab')
    desk.go_to('Down', 'Please tell me in your own words')
    desk.key('alt+c')
    desk.type(COMMENT)
    desk.key('Return')
    database.wait_for(QUESTION, 'SELECT question FROM review_comment WHERE interview_id = ?',
                      interview)
    desk.wait_for_words(COMMENT, 'label')
    desk.key('alt+r')
    database.wait_for('returned', STATE, interview)


def mend_it(desk, database, interview):
    desk.wait_for_words('Returned by the supervisor')
    desk.go_to('Tab', 'Wang')
    desk.key('Return')
    # What is to be done stands out, and the call is open where it was said.
    desk.wait_for_words(f'Chen: {COMMENT}')
    database.wait_for(QUESTION, 'SELECT position FROM interview WHERE id = ?', interview)
    desk.wait_for_words(WORDS)
    desk.key('ctrl+End')
    desk.type(MORE_WORDS)
    desk.key('ctrl+Return')
    database.wait_for(WORDS + MORE_WORDS, ANSWER, interview)
    desk.key('alt+h')
    database.wait_for('waiting', STATE, interview)


def accept_it(desk, database, interview):
    desk.key('ctrl+alt+r')
    desk.wait_for_words('Handed in again; 1 answer was changed')
    desk.wait_for_words(f'Before it was returned: {WORDS}')
    desk.key('alt+a')
    database.wait_for('accepted', STATE, interview)


def an_interview_is_returned_mended_and_accepted(desk):
    database = make_company(desk)
    sit_down(desk, PROGRAM, database, 'Li')
    interview = lead_it(desk, database)
    sit_down(desk, PROGRAM, database, 'Chen')
    return_it(desk, database, interview)
    sit_down(desk, PROGRAM, database, 'Li')
    mend_it(desk, database, interview)
    sit_down(desk, PROGRAM, database, 'Chen')
    accept_it(desk, database, interview)
    # It ended as it did before it was returned.
    assert database.value('SELECT state FROM interview WHERE id = ?', interview) == 'partial'


if __name__ == '__main__':
    quit_with(run_tests([an_interview_is_returned_mended_and_accepted],
                        sys.argv[3] if len(sys.argv) > 3 else None))

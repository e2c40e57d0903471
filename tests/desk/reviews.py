#!/usr/bin/python3
"""An interview is returned, mended and accepted by keyboard alone, at two desks through the real
window.

usage: reviews.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import Call  # noqa: E402
from database import Database, call_at_any_hour  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

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


def sit_down(desk, database, name):
    """The program is opened by somebody else, who works at this desk now."""
    desk.kill()
    staff_id = database.value('SELECT id FROM staff WHERE name = ?', name)
    folder = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'glib-2.0' / 'settings'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'keyfile').write_text('[org/huifang/Huifang]\n'
                                    f"desk-staff={{'{database.path}': int64 {staff_id}}}\n",
                                    encoding='utf-8')
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'
    desk.start([PROGRAM, '--database', database.path])
    desk.wait_for_words('Today')


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


def go_to(desk, key, name):
    """Presses a key until the keyboard stands on a row, which may be made anew meanwhile."""
    def stands():
        row = desk.find(name, 'list item')
        if row is not None and row.getState().contains(desk.atspi.STATE_FOCUSED):
            return True
        desk.key(key)
        return False
    wait_until(stands, f'the keyboard on “{name}”')


def return_it(desk, database, interview):
    desk.key('ctrl+alt+r')
    desk.wait_for_words(WORDS)
    desk.key('alt+c', 'shift+Tab')
    go_to(desk, 'Down', 'Please tell me in your own words')
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
    go_to(desk, 'Tab', 'Wang')
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
    sit_down(desk, database, 'Li')
    interview = lead_it(desk, database)
    sit_down(desk, database, 'Chen')
    return_it(desk, database, interview)
    sit_down(desk, database, 'Li')
    mend_it(desk, database, interview)
    sit_down(desk, database, 'Chen')
    accept_it(desk, database, interview)
    # It ended as it did before it was returned.
    assert database.value('SELECT state FROM interview WHERE id = ?', interview) == 'partial'


if __name__ == '__main__':
    quit_with(run_tests([an_interview_is_returned_mended_and_accepted],
                        sys.argv[3] if len(sys.argv) > 3 else None))

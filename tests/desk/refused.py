#!/usr/bin/python3
"""A customer who refuses is called back when the time has come, and interviewed, by keyboard
alone, through the real window; one who refuses firmly is never called again.

usage: refused.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import finish, open_program, start_next_call  # noqa: E402
from database import Database, call_at_any_hour, let_days_pass  # noqa: E402
from desk import quit_with, run_tests  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
CUSTOMERS = ('code,name,status,lost_on,annual_value,language\n'
             'C1,Wang,lost,2026-01-05,9000,en\n'
             'C2,Li,lost,2026-01-06,5000,en\n'
             'C3,Zhou,lost,2026-01-07,1000,en\n')
WORDS = 'Nobody called me after Mr Zhang left'
PROMISE = 'The manager calls on Friday'
# A week until somebody who refused softly is tried again, and time for all who were not reached.
COOLING_DAYS = 7
LONG = 15


def make_firm(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    for command in ('init',), ('import', 'customers', str(table)):
        subprocess.run([CTL, '--database', path, *command], check=True, stdout=subprocess.DEVNULL)
    call_at_any_hour(CTL, path)
    return Database(path)


def rates(database):
    """RR1, CON1 and REF1, as the figures have them."""
    done = subprocess.run([CTL, '--database', database.path, 'figures', '--json'], check=True,
                          stdout=subprocess.PIPE)
    interviews = json.loads(done.stdout)['interviews']
    return [round(interviews[name], 6)
            for name in ('response_rate', 'contact_rate', 'refusal_rate')]


def share(*parts):
    return [round(part, 6) for part in parts]


def call_whom(database, call, code):
    assert database.value('SELECT c.code FROM interview i JOIN customer c ON c.id = i.customer_id '
                          'WHERE i.id = ?', call.id) == code


def end(desk, call, key, words, counts, state, note=None):
    """Ends the call by a key, after reading what follows."""
    desk.key('ctrl+f')
    desk.wait_for_words('How did the call end?')
    desk.key(key)
    desk.wait_for_words(words)
    desk.wait_for_words(counts)
    desk.key('Return')
    if note is not None:
        desk.wait_for_words('This outcome needs a note: what happened?')
        desk.type(note)
        desk.key('ctrl+Return')
    call.database.wait_for(state, 'SELECT state FROM interview WHERE id = ?', call.id)
    desk.wait_for_words('Next Call')


def refuse_softly(desk, database):
    call = start_next_call(desk, database)
    call_whom(database, call, 'C1')
    call.answer('opening', 'Return', value='said')
    end(desk, call, '4', 'Will be called again on', 'Interim code 2.112 of AAPOR', 'refused',
        note='No time, perhaps later')
    assert database.value('SELECT t.state FROM call_task t JOIN interview i ON i.task_id = t.id '
                          'WHERE i.id = ?', call.id) == 'waiting'
    days = database.value('SELECT (t.due_at - i.ended_at) / 86400000000.0 FROM call_task t '
                          'JOIN interview i ON i.task_id = t.id WHERE i.id = ?', call.id)
    assert COOLING_DAYS - 0.1 < days < COOLING_DAYS + 0.6, days


def refuse_firmly(desk, database):
    call = start_next_call(desk, database)
    call_whom(database, call, 'C2')
    end(desk, call, '5', 'Done; not called again.', 'Final code 2.112 of AAPOR', 'refused',
        note='Never again')
    assert database.value('SELECT t.state FROM call_task t JOIN interview i ON i.task_id = t.id '
                          'WHERE i.id = ?', call.id) == 'done'


def be_out(desk, database):
    call = start_next_call(desk, database)
    call_whom(database, call, 'C3')
    end(desk, call, '7', 'Will be called again on', 'Interim code 3.13 of AAPOR', 'unreached')


def go_through(desk, call):
    call.answer('opening', 'Return', value='said')
    call.answer('consent', '1', 'Return', value='yes')
    call.wait_at('what-happened')
    desk.wait_for_words('In the customer’s own words')
    desk.type(WORDS)
    call.code_last_words(2, 'staff', 'Our staff changed', 'staff-turnover')
    call.answer('what-happened', 'ctrl+Return', value=WORDS)
    call.answer('reasons', 'Return', value='staff-turnover')
    call.answer('dissatisfied', '1', 'Return', value='yes')
    call.answer('problem-size', '2', 'Return', value='major')
    call.answer('told-us', '3', 'Return', value='no')
    call.answer('not-told-why', '1', 'Return', value='where')
    call.answer('looked-after', '2', 'Return', value='changed')
    call.answer('change-effect', '1', 'Return', value='decisive')
    call.answer('care-rating', '2', 'Return', value='2')
    call.answer('now', '3', 'Return', value='no-need')
    call.answer('win-back', '2', 'Return', value='perhaps')
    call.answer('win-back-how', 'ctrl+Return', value='')
    call.answer('win-back-call', '2', 'Return', value='no')
    call.answer('what-else', 'ctrl+Return', value='')
    call.type('promise', PROMISE, 'ctrl+Return')
    call.answer('thanks', 'Return', value='said')


def a_refused_customer_is_called_back(desk):
    database = make_firm(desk)
    open_program(desk, PROGRAM, database)
    refuse_softly(desk, database)
    refuse_firmly(desk, database)
    be_out(desk, database)
    # Of three two refused, and one did not answer.
    assert rates(database) == share(0, 2 / 3, 2 / 3), rates(database)
    desk.kill()
    let_days_pass(database, LONG)
    open_program(desk, PROGRAM, database)
    call = start_next_call(desk, database)
    call_whom(database, call, 'C1')
    go_through(desk, call)
    finish(desk, call)
    # One interview, one refusal, one without an answer.
    assert rates(database) == share(1 / 3, 2 / 3, 1 / 3), rates(database)
    assert database.rows('SELECT rank, basis, quote FROM coded_reason WHERE interview_id = ?',
                         call.id) == [('primary', 'said', 'Zhang left')]
    assert database.value('SELECT what FROM promise WHERE interview_id = ?', call.id) == PROMISE
    be_out(desk, database)
    desk.kill()
    let_days_pass(database, LONG)
    open_program(desk, PROGRAM, database)
    be_out(desk, database)
    assert database.rows('SELECT c.code, count(*) FROM call_attempt a JOIN customer c '
                         'ON c.id = a.customer_id GROUP BY c.code ORDER BY c.code') == [
                             ('C1', 2), ('C2', 1), ('C3', 3)]
    subprocess.run([CTL, '--database', database.path, 'check'], check=True,
                   stdout=subprocess.DEVNULL)


if __name__ == '__main__':
    quit_with(run_tests([a_refused_customer_is_called_back],
                        sys.argv[3] if len(sys.argv) > 3 else None))

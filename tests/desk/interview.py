#!/usr/bin/python3
"""A whole interview by keyboard alone, through the real window, with the program killed in the
middle of it.

usage: interview.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import finish, make_company, open_program, start_next_call  # noqa: E402
from database import call_however_often  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
WORDS = 'Nobody called me after Mr Zhang left'
MORE_WORDS = ' for good'


def go_through_reasons(desk, call):
    call.answer('opening', 'Return', value='said')
    call.answer('consent', '1', 'Return', value='yes')
    call.wait_at('what-happened')
    desk.wait_for_words('In the customer’s own words')
    desk.type(WORDS)
    call.database.wait_for(WORDS, 'SELECT value FROM draft WHERE interview_id = ?', call.id)


def be_killed_and_come_back(desk, call):
    database = call.database
    customer = database.value('SELECT customer_id FROM interview WHERE id = ?', call.id)
    desk.kill()
    open_program(desk, PROGRAM, database)
    desk.wait_for_words('was not finished')
    desk.key('F5')
    desk.wait_for_words('Continued where the call stopped: 2 answers, at question 3. '
                        'The words being typed were kept.')
    assert database.value("SELECT count(*) FROM interview WHERE customer_id = ? AND "
                          "state = 'open'", customer) == 1
    call.place_label = None
    text = wait_until(desk.focused, 'the focus').queryText()
    assert text.getText(0, text.characterCount) == WORDS


def change_a_branch(desk, call):
    """Goes back over two questions, changes an answer and is told what that hides."""
    call.wait_at('looked-after')
    call.go('not-told-why', 'alt+Left')
    call.go('told-us', 'alt+Left')
    desk.key('1', 'Return')
    desk.wait_for_words('This hides the answer to 1 later question.')
    assert call.current('told-us') == 'no'
    call.go('told-outcome', 'Return')
    assert call.database.value("SELECT state FROM answer WHERE interview_id = ? AND "
                               "question = 'not-told-why'", call.id) == 'hidden'
    call.answer('told-outcome', '4', 'Return', value='no-reply')


def change_back(desk, call):
    """Changes the answer back; what was hidden counts again, and is not asked again."""
    call.go('told-outcome', 'alt+Left')
    call.go('told-us', 'alt+Left')
    desk.key('3', 'Return')
    desk.wait_for_words('This hides the answer to 1 later question.')
    call.go('not-told-why', 'Return')
    desk.hear('1 earlier answer counts again')
    assert call.current('not-told-why') == 'where\nuseless'
    assert call.database.rows("SELECT value, state FROM answer WHERE interview_id = ? AND "
                              "question = 'told-us' ORDER BY at, id", call.id) == [
                                  ('no', 'replaced'), ('yes-formally', 'replaced'),
                                  ('no', 'current')]
    call.go('looked-after', 'Return')


def check_what_is_stored(call):
    database = call.database
    assert database.rows('SELECT rank, basis, quote, quote_start FROM coded_reason '
                         'WHERE interview_id = ?', call.id) == [
                             ('primary', 'said', 'Zhang left', WORDS.index('Zhang left'))]
    assert database.value('SELECT words FROM verbatim WHERE interview_id = ? AND '
                          "question = 'what-happened'", call.id) == WORDS + MORE_WORDS
    assert database.rows('SELECT purpose, given FROM consent WHERE interview_id = ? '
                         'ORDER BY purpose', call.id) == [
                             ('interview', 1), ('recording', 1), ('win-back', 1)]
    assert database.value('SELECT outcome FROM call_attempt WHERE interview_id = ?',
                          call.id) == 'completed'
    assert database.value('SELECT t.state FROM call_task t JOIN interview i ON i.task_id = t.id '
                          'WHERE i.id = ?', call.id) == 'done'
    assert database.value("SELECT count(*) FROM call_task t JOIN interview i "
                          "ON i.customer_id = t.customer_id WHERE i.id = ? "
                          "AND t.kind = 'win_back' AND t.state = 'waiting' "
                          "AND t.due_at > i.ended_at", call.id) == 1
    assert database.value('SELECT count(*) FROM draft WHERE interview_id = ?', call.id) == 0
    subprocess.run([CTL, '--database', database.path, 'check'], check=True,
                   stdout=subprocess.DEVNULL)


def a_whole_interview_by_keyboard_alone(desk):
    database = make_company(desk, CTL)
    open_program(desk, PROGRAM, database)
    call = start_next_call(desk, database)
    go_through_reasons(desk, call)
    be_killed_and_come_back(desk, call)
    desk.key('ctrl+End')
    call.code_last_words(2, 'staff', 'Our staff changed', 'staff-turnover')
    desk.type(MORE_WORDS)
    call.answer('what-happened', 'ctrl+Return', value=WORDS + MORE_WORDS)
    call.answer('reasons', 'Return', value='staff-turnover')
    call.answer('dissatisfied', '1', 'Return', value='yes')
    call.answer('problem-size', '2', 'Return', value='major')
    call.answer('told-us', '3', 'Return', value='no')
    call.answer('not-told-why', '1', '3', 'Return', value='where\nuseless')
    change_a_branch(desk, call)
    change_back(desk, call)
    call.answer('looked-after', '2', 'Return', value='changed')
    call.answer('change-effect', '1', 'Return', value='decisive')
    call.answer('care-rating', '2', 'Return', value='2')
    call.answer('now', '1', 'Return', value='elsewhere')
    call.wait_at('competitor')
    desk.type('Quick Auto')
    call.answer('competitor', 'Return', value='Quick Auto')
    for what in ('price', 'quality', 'speed', 'people', 'convenience'):
        call.answer(f'compare-{what}', '2', 'Return', value='same')
    call.answer('satisfaction-pair', '2', '4', 'Return', value='2\n4')
    call.answer('competitor-best', 'ctrl+Return', value='')
    call.answer('win-back', 'Down', 'Return', value='perhaps')
    call.answer('win-back-how', 'ctrl+Return', value='')
    call.answer('win-back-call', '1', 'Return', value='yes')
    call.answer('what-else', 'ctrl+Return', value='')
    call.answer('promise', 'ctrl+Return', value='')
    call.answer('thanks', 'Return', value='said')
    finish(desk, call)
    check_what_is_stored(call)


def nothing_confirmed_is_lost(desk):
    """Whenever the next question shows, the program may be killed at that very moment."""
    database = make_company(desk, CTL)
    open_program(desk, PROGRAM, database)
    call = start_next_call(desk, database)
    for place, (key, question, value) in enumerate((('Return', 'opening', 'said'),
                                                    ('1', 'consent', 'yes')), 2):
        desk.key(*dict.fromkeys((key, 'Return')))
        desk.wait_for_words(f'{place} / ')
        desk.kill()
        assert call.current(question) == value
        open_program(desk, PROGRAM, database)
        desk.wait_for_words('was not finished')
        desk.key('F5')
        desk.wait_for_words(f'at question {place}.')
    assert database.value("SELECT count(*) FROM interview WHERE state = 'open' AND id = ?",
                          call.id) == 1


def a_busy_line_is_called_again(desk):
    database = make_company(desk, CTL)
    call_however_often(CTL, database.path)
    open_program(desk, PROGRAM, database)
    call = start_next_call(desk, database)
    desk.wait_for_words('Said, Go On')
    desk.key('ctrl+f')
    desk.wait_for_words('How did the call end?')
    desk.key('8')
    desk.wait_for_words('Will be called again on')
    desk.key('t', 'Return')
    database.wait_for('unreached', 'SELECT state FROM interview WHERE id = ?', call.id)
    assert database.value('SELECT outcome FROM call_attempt WHERE interview_id = ?',
                          call.id) == 'busy'
    assert database.value('SELECT t.state FROM call_task t JOIN interview i ON i.task_id = t.id '
                          'WHERE i.id = ? AND t.due_at > i.ended_at', call.id) == 'waiting'
    desk.wait_for_words('Next Call')


if __name__ == '__main__':
    quit_with(run_tests([a_whole_interview_by_keyboard_alone, nothing_confirmed_is_lost,
                         a_busy_line_is_called_again],
                        sys.argv[3] if len(sys.argv) > 3 else None))

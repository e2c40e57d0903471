#!/usr/bin/python3
"""A complaint that Li answered is followed up by Chen, who asks what the customer had expected beside
what she found; the complaint shows both, the scorecard counts them, and a manager decides: by
keyboard alone, through the real window.

usage: scorecard.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import datetime
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import finish, sit_down, start_next_call  # noqa: E402
from database import Database, call_at_any_hour, let_days_pass  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
YESTERDAY = datetime.date.today() - datetime.timedelta(days=1)
TABLES = {'customers': 'code,name,phone,status,account manager,language,branch\n'
                       'C1,Wang,13812345678,active,Li,en,South\n'
                       'C2,Zhao,13900001111,active,Chen,en,South\n',
          'complaints': 'number,received at,customer code,branch,status,words\n'
                        f'T1,{YESTERDAY} 09:00,C1,South,investigating,The brakes squeak\n'}
FOLLOW_UP_DAYS = 2
PAIR = 'expected 5, perceived 4 of 5 (−1)'


def make_firm(desk):
    path = f'{desk.folder}/firm.huifang'
    subprocess.run([CTL, '--database', path, 'init'], check=True, stdout=subprocess.DEVNULL)
    for kind, rows in TABLES.items():
        table = pathlib.Path(desk.folder) / f'{kind}.csv'
        table.write_text(rows, encoding='utf-8')
        subprocess.run([CTL, '--database', path, 'import', kind, str(table)], check=True,
                       stdout=subprocess.DEVNULL)
    call_at_any_hour(CTL, path)
    return Database(path)


def open_complaint(desk):
    desk.key('ctrl+3')
    desk.wait_for_words('The brakes squeak')
    desk.go_to('Tab', 'Wang')
    desk.key('Return')
    desk.wait_for_words('The customer\'s words')


def answer_it(desk, database):
    sit_down(desk, PROGRAM, database, 'Li')
    open_complaint(desk)
    desk.wait_for_keyboard('text')
    desk.type('New pads, free of charge')
    desk.key('Return')
    database.wait_for('responded', 'SELECT status FROM complaint')


def follow_it_up(desk, database):
    let_days_pass(database, FOLLOW_UP_DAYS)
    sit_down(desk, PROGRAM, database, 'Chen')
    call = start_next_call(desk, database)
    call.answer('opening', 'Return', value='said')
    call.answer('consent', '1', 'Return', value='yes')
    call.answer('solved', '1', 'Return', value='fully')
    call.answer('promise-kept', '1', 'Return', value='kept')
    call.answer('handling-speed', '3', 'Return', value='3')
    call.answer('handling-ease', '4', 'Return', value='4')
    call.answer('handling-expected', '5', 'Return', value='5')
    call.answer('handling-satisfaction', '4', 'Return', value='4')
    call.answer('will-stay', '1', 'Return', value='yes')
    call.answer('what-else', 'ctrl+Return', value='')
    call.answer('promise', 'ctrl+Return', value='')
    call.answer('thanks', 'Return', value='said')
    finish(desk, call)
    assert database.rows('SELECT result, expected, score, gap, by_handler FROM follow_up') == [
        ('satisfied', 5, 4, -1000, 0)]


def see_it_in_the_complaint(desk):
    open_complaint(desk)
    desk.wait_for_words(PAIR)
    desk.wait_for_words("Satisfied, but worse than expected: ask what was missing.")


def wait_for_keyboard_on(desk, name, role):
    def stands():
        item = desk.focused()
        return item is not None and name in (item.name or '') and item.getRoleName() == role
    wait_until(stands, f'the keyboard on the {role} “{name}”')


def decide(desk, database):
    desk.key('ctrl+4')
    desk.wait_for_words('How branches handle complaints')
    desk.key('alt+s')
    desk.wait_for_words('1 complaint · answered in time – (none yet) · satisfied 100')
    desk.go_to('Tab', 'South')
    desk.key('Return')
    desk.wait_for_words('Perceived less expected, Share or mean: −1')
    desk.key('Tab')
    wait_for_keyboard_on(desk, 'Numbers', 'list item')
    # Each number that opens its complaints has the keyboard on the way.
    desk.go_to('Tab', 'Decision', role='combo box')
    desk.key('Return')
    desk.wait_for_words('Talk', 'label')
    desk.key('Down', 'Down', 'Return')
    wait_for_keyboard_on(desk, 'Decision', 'combo box')
    desk.key('Tab')
    # GTK tells nothing of the keyboard in a row that is an entry.
    wait_until(lambda: desk.focused() is None, 'the keyboard on the note')
    desk.type('See them in March')
    desk.key('Return')
    database.wait_for('talk', 'SELECT decision FROM branch_decision')
    assert database.rows('SELECT d.proposal, d.note, s.name, b.name FROM branch_decision d '
                         'JOIN staff s ON s.id = d.staff_id JOIN branch b ON b.id = d.branch_id') \
        == [('too_few', 'See them in March', 'Chen', 'South')]
    desk.hear('Decision kept')
    desk.wait_for_words('Talk (proposed: Too few)')


def what_was_expected_is_asked_and_judged(desk):
    database = make_firm(desk)
    answer_it(desk, database)
    follow_it_up(desk, database)
    see_it_in_the_complaint(desk)
    decide(desk, database)
    subprocess.run([CTL, '--database', database.path, 'check'], check=True,
                   stdout=subprocess.DEVNULL)


if __name__ == '__main__':
    quit_with(run_tests([what_was_expected_is_asked_and_judged],
                        sys.argv[3] if len(sys.argv) > 3 else None))

#!/usr/bin/python3
"""An emergency of which the customer has not heard for half an hour is told to the manager, on the
desktop and in the window; the manager opens it and takes care of it, and what is told goes once
the customer has an answer.

usage: escalations.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import sit_down  # noqa: E402
from database import Database  # noqa: E402
from desk import quit_with, run_tests  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
CUSTOMERS = ('code,name,phone,status,account manager,branch\n'
             'C1,Wang,13812345678,active,Li,East\n'
             'C2,Zhao,13900001111,active,Chen,East\n')
WORDS = 'The car stands on the motorway and smokes'
COMPLAINTS = f'number,received at,customer code,branch,words\nT1,2026-03-01 10:00,C1,East,{WORDS}\n'
MINUTE = 60 * 1000000
# So soon the half-hour is over; where the machine is slow, it is over as the window opens.
SOON = 5 * 1000000
LOGGED = 'SELECT count(*) FROM escalation'
TAKEN_BY = ('SELECT s.name FROM escalation e JOIN staff s ON s.id = e.taken_by_id '
            'ORDER BY e.place LIMIT 1')


def make_firm(desk):
    path = f'{desk.folder}/firm.huifang'
    subprocess.run([CTL, '--database', path, 'init'], check=True, stdout=subprocess.DEVNULL)
    for kind, text in ('customers', CUSTOMERS), ('complaints', COMPLAINTS):
        table = pathlib.Path(desk.folder) / f'{kind}.csv'
        table.write_text(text, encoding='utf-8')
        subprocess.run([CTL, '--database', path, 'import', kind, str(table)], check=True,
                       stdout=subprocess.DEVNULL)
    return Database(path)


def write(database, sql, *values):
    """What another desk stores, or what time brings."""
    connection = sqlite3.connect(database.path, timeout=30)
    with connection:
        connection.execute(sql, values)
    connection.close()


def begin_emergency(database):
    """Li took it half an hour ago, all but a moment; Chen is the manager."""
    now = int(time.time() * 1000000)
    write(database, "UPDATE staff SET manager = 1, branch_id = (SELECT id FROM branch) "
                    "WHERE name = 'Chen'")
    write(database, "UPDATE complaint SET term = 'emergency', status = 'acknowledged', "
                    "taken_by_id = (SELECT id FROM staff WHERE name = 'Li'), received_at = ?, "
                    'acknowledged_at = ?, next_word_by = ?',
          now - 30 * MINUTE + SOON, now - 30 * MINUTE + SOON, now + SOON)


def let_half_an_hour_pass(database):
    write(database, 'UPDATE complaint SET received_at = received_at - ?, '
                    'next_word_by = next_word_by - ?', 30 * MINUTE, 30 * MINUTE)
    write(database, 'UPDATE escalation SET at = at - ?, due_at = due_at - ?', 30 * MINUTE,
          30 * MINUTE)


def a_missed_half_hour_reaches_the_manager(desk):
    desk.watch_notifications()
    database = make_firm(desk)
    begin_emergency(database)
    sit_down(desk, PROGRAM, database, 'Chen')

    # The desktop tells the manager, and so do the window and the page of today.
    desk.wait_for_notification('+ Half-hour word missed | Wang · T1 · East')
    desk.wait_for_words('Half-hour word missed: Wang · T1 · East')
    desk.wait_for_words('Escalated to you')
    assert database.rows('SELECT s.name FROM escalation_told o JOIN staff s ON s.id = o.staff_id '
                         'ORDER BY s.name') == [('Chen',), ('Li',)]

    # Opened by the notification, it is seen; the key says who takes care of it.
    desk.press_notification('')
    desk.wait_for_words(WORDS, 'label')
    desk.wait_for_words('Step 3 of 8')
    desk.wait_until_gone('Half-hour word missed: Wang')
    desk.key('ctrl+shift+t')
    desk.hear('You take care of this complaint')
    database.wait_for('Chen', TAKEN_BY)
    desk.wait_for_words('Chen takes care of it since')

    # It goes up the ladder all the same, and is told until the customer has an answer.
    let_half_an_hour_pass(database)
    desk.wait_for_notification('+ No word for an hour, to all managers | Wang')
    desk.wait_for_words('No word for an hour, to all managers: Wang')
    write(database, "UPDATE complaint SET status = 'responded', responded_at = ?, "
                    'revision = revision + 1', int(time.time() * 1000000))
    desk.wait_for_notification('- No word for an hour')
    desk.wait_until_gone('No word for an hour, to all managers: Wang')
    database.wait_for(2, LOGGED)


if __name__ == '__main__':
    quit_with(run_tests([a_missed_half_hour_reaches_the_manager],
                        sys.argv[3] if len(sys.argv) > 3 else None))

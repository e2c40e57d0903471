#!/usr/bin/python3
"""A whole thank-you call by keyboard alone, through the real window, and what comes of it.

usage: thanks.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import json
import pathlib
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import finish, make_company, open_program, start_next_call  # noqa: E402
from desk import quit_with, run_tests  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
NEED = '1200'
NEED_NOW = '1350.5'
LONG_AGO = 300 * 86400
TIRES = 'Winter tires in November'
PROMISE = 'Send the price of winter tires'


def read_figures(database):
    done = subprocess.run([CTL, '--database', database.path, 'figures', '--json'], check=True,
                          stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def leave_only_thanks(database):
    """The next call is to one who is thanked, and whose need is known for long."""
    with sqlite3.connect(database.path) as connection:
        connection.execute("UPDATE call_task SET state = 'done' WHERE state = 'waiting' "
                           "AND kind <> 'thank_you'")
        connection.execute("UPDATE customer SET need = ?, created_at = ?, language = 'en' "
                           "WHERE id IN (SELECT customer_id FROM call_task "
                           "WHERE state = 'waiting')",
                           (int(NEED) * 1000, int((time.time() - LONG_AGO) * 1000000)))


def go_through(call, desk):
    call.answer('opening', 'Return', value='said')
    call.answer('consent', '1', 'Return', value='yes')
    call.answer('thank', 'Return', value='said')
    call.answer('contact-way', '2', 'Return', value='message')
    call.answer('contact-time', '3', 'Return', value='evening')
    call.type('liked', 'Mr Li explains', 'ctrl+Return')
    call.answer('satisfaction', '5', 'Return', value='5')
    call.answer('initiative', '4', 'Return', value='4')
    call.answer('repurchase', '5', 'Return', value='5')
    call.answer('recommend', '1', '0', 'Return', value='10')
    call.answer('resistance', '4', 'Return', value='4')
    call.answer('what-else', 'ctrl+Return', value='')
    call.type('needs', TIRES, 'ctrl+Return')
    call.wait_at('need')
    desk.wait_for_words('Last time you told us: %s. Is it still so?' % NEED)
    desk.wait_for_words('from the customer’s file')
    desk.key('ctrl+a')
    call.type('need', NEED_NOW, 'Return')
    call.answer('referral', '1', 'Return', value='did')
    call.wait_at('referred')
    desk.type('Li Lei')
    desk.key('Return')
    desk.type('13800138000')
    call.answer('referred', 'Return', value='Li Lei\n13800138000')
    call.answer('gesture', '1', 'Return', value='yes')
    call.type('gesture-note', 'A calendar', 'ctrl+Return')
    call.type('promise', PROMISE, 'ctrl+Return')
    call.answer('thanks', 'Return', value='said')


def a_whole_thank_you_call(desk):
    database = make_company(desk, CTL)
    leave_only_thanks(database)
    before = read_figures(database)['thanks']
    open_program(desk, PROGRAM, database)
    call = start_next_call(desk, database)
    assert database.value('SELECT kind FROM interview WHERE id = ?', call.id) == 'thank_you'
    go_through(call, desk)
    finish(desk, call)
    after = read_figures(database)['thanks']
    for name in ('completed', 'promoters', 'referrals', 'needs', 'gestures'):
        assert after[name] == before[name] + 1, name
    assert database.value('SELECT what FROM promise WHERE interview_id = ?', call.id) == PROMISE
    assert database.value('SELECT c.need FROM customer c JOIN interview i ON i.customer_id = c.id '
                          'WHERE i.id = ?', call.id) == 1350500
    assert database.value('SELECT words FROM verbatim WHERE interview_id = ? AND '
                          "question = 'needs'", call.id) == TIRES
    assert database.rows('SELECT r.name, r.phone_digits FROM referral r JOIN interview i '
                         'ON i.customer_id = r.customer_id WHERE i.id = ?', call.id) == [
                             ('Li Lei', '13800138000')]
    # The page of today shows what was promised.
    desk.wait_for_words(PROMISE)


if __name__ == '__main__':
    quit_with(run_tests([a_whole_thank_you_call], sys.argv[3] if len(sys.argv) > 3 else None))

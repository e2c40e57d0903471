#!/usr/bin/python3
"""A call list is made by keyboard alone, through the real window, and waits in the queue.

usage: call-lists.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from call import make_company, open_program  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
THANKS = "SELECT count(*) FROM call_task WHERE kind = 'thank_you' AND state = 'waiting'"
CLASSES = ("SELECT count(*) FROM call_task WHERE kind = 'thank_you' AND state = 'waiting' "
           "AND class <> 'a'")


def shown_count(desk):
    """How many the window says that it will call."""
    words = ' customers will be called'
    return int(desk.wait_for_words(words).name.replace(words, '').replace(',', ''))


def a_list_is_made_by_keyboard(desk):
    database = make_company(desk, CTL)
    open_program(desk, PROGRAM, database)
    desk.key('ctrl+shift+l')
    desk.wait_for_words('No call list yet')
    desk.key('ctrl+alt+l')
    lost = shown_count(desk)
    desk.key('alt+2')
    wait_until(lambda: shown_count(desk) != lost, 'the count of class A')
    count, before = shown_count(desk), database.value(THANKS)
    assert 'A %d ·' % count in desk.wait_for_words('· no class').name
    desk.key('ctrl+Return')
    desk.hear(f'Call list made: {count} customers wait')
    database.wait_for(before + count, THANKS)
    assert database.value(CLASSES) == 0
    desk.wait_for_words(f'0 of {count} done, {count} waiting')
    # Whoever made it stands on it, and may change it.
    wait_until(lambda: 'Class A thank-you' in desk.focused().name, 'the keyboard on the list')
    desk.key('Return')
    desk.wait_for_words('Name and goal')
    desk.key('Escape')
    desk.wait_until_gone('Name and goal')
    desk.key('ctrl+1')
    desk.wait_for_words('Thank-you call')


if __name__ == '__main__':
    quit_with(run_tests([a_list_is_made_by_keyboard],
                        sys.argv[3] if len(sys.argv) > 3 else None))

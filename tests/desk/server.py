#!/usr/bin/python3
"""The real window on a PostgreSQL server that goes away in the middle of a call, and comes back.

usage: server.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
from database import call_at_any_hour  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402
from server import Missing, Server  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
WORDS = 'Nobody called me after Mr Zhang left'
AWAY = 'The database server is away.'
BACK = 'The database server is back; everything is saved'
SERVER = None


class Database:
    """A company on the server, looked at beside the program."""

    def __init__(self):
        self.string = SERVER.new_database()

    def make_company(self):
        subprocess.run([CTL, '--database', self.string, 'init', '--demo'], check=True,
                       stdout=subprocess.DEVNULL)
        call_at_any_hour(CTL, self.string)
        return self

    def value(self, sql):
        return SERVER.execute(sql, self.string).strip()

    def wait_for(self, expected, sql):
        return wait_until(lambda: self.value(sql) == expected, f'{expected!r} from {sql}')

    def answer_to(self, question):
        return ("SELECT value FROM answer WHERE interview_id = (SELECT max (id) FROM interview) "
                f"AND question = '{question}' AND state = 'current'")


def open_program(desk, database):
    desk.start([PROGRAM, '--database', database.string])
    desk.wait_for_words('Next Call')


def go_to_the_words(desk, database):
    """Through the first questions of the next call, to the one for the customer's own words."""
    desk.key('F5')
    desk.wait_for_words('1 / ')
    desk.key('Return')
    database.wait_for('said', database.answer_to('opening'))
    desk.wait_for_words('2 / ')
    desk.key('1', 'Return')
    database.wait_for('yes', database.answer_to('consent'))
    desk.wait_for_words('In the customer’s own words')


def an_answer_waits_for_the_server(desk):
    database = Database().make_company()
    open_program(desk, database)
    name = f'shop_{SERVER.databases} on this computer'
    desk.wait_for_words('Customers')
    assert desk.find(name) is not None
    go_to_the_words(desk, database)
    desk.type(WORDS)
    SERVER.stop()
    desk.key('ctrl+Return')
    desk.wait_for_words(AWAY)
    desk.wait_for_words('Waits for the server')
    # Nothing freezes: other pages are there, and what they showed is.
    desk.key('ctrl+1')
    desk.wait_for_words('Server away')
    desk.wait_for_words('Promises to keep')
    desk.key('ctrl+w')
    desk.wait_for_words('Not everything is saved')
    desk.key('Escape')
    desk.wait_until_gone('Not everything is saved')
    SERVER.start()
    desk.hear(BACK)
    desk.wait_until_gone('Server away')
    database.wait_for(WORDS, database.answer_to('what-happened'))


def an_empty_database_is_set_up(desk):
    database = Database()
    desk.start([PROGRAM, '--database', database.string])
    desk.wait_for_words('This database is empty.')
    assert database.value("SELECT count (*) FROM pg_tables WHERE schemaname = 'public'") == '0'
    wait_until(lambda: desk.find('Set It Up for Huifang').queryAction().doAction(0), 'the button')
    desk.wait_for_words('Everything is saved')
    assert int(database.value('SELECT count (*) FROM guide')) > 0


def a_password_is_asked_for(desk):
    database = Database().make_company()
    SERVER.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'geheim'", database.string)
    desk.start([PROGRAM, '--database', f'{database.string} user=guarded'])
    desk.wait_for_words('The server asks for a password.')
    desk.type('falsch')
    desk.key('Return')
    desk.wait_for_words('The server did not accept the user or the password.')
    desk.type('geheim')
    desk.key('Return')
    desk.wait_for_words('Next Call')
    assert 'geheim' not in desk.said() and 'falsch' not in desk.said()
    for parameter in ('cmdline', 'environ'):
        seen = pathlib.Path(f'/proc/{desk.program.pid}/{parameter}').read_bytes()
        assert b'geheim' not in seen, parameter


def a_password_in_the_string_is_refused(desk):
    done = subprocess.run([PROGRAM, '--database', 'postgresql://li:geheim@localhost/team'],
                          check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert 'password' in done.stderr and 'geheim' not in done.stderr + done.stdout


def a_second_start_hands_the_server_over(desk):
    first, second = Database().make_company(), Database().make_company()
    open_program(desk, first)
    subprocess.run([PROGRAM, '--database', second.string], check=True, timeout=30)
    name = f'shop_{SERVER.databases} on this computer'
    desk.wait_for_words(name)
    assert desk.application().childCount == 2


if __name__ == '__main__':
    try:
        SERVER = Server()
    except Missing as missing:
        print(f'1..0 # SKIP {missing}')
        quit_with(0)
    quit_with(run_tests([an_answer_waits_for_the_server, an_empty_database_is_set_up,
                         a_password_is_asked_for, a_password_in_the_string_is_refused,
                         a_second_start_hands_the_server_over],
                        sys.argv[3] if len(sys.argv) > 3 else None))

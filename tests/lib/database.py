"""The database of a program that runs, looked at beside it."""
import sqlite3
import subprocess

from desk import wait_until

ALL_DAY = '\n'.join(f'{day} 00:00-24:00' for day in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'))


def call_at_any_hour(ctl, path):
    """Lets customers be called whatever this machine's clock shows."""
    subprocess.run([ctl, '--database', path, 'calling-rules', '--set', '-'], input=ALL_DAY, text=True,
                   check=True)


class Database:
    def __init__(self, path):
        self.path = path

    def rows(self, sql, *values):
        with sqlite3.connect(f'file:{self.path}?mode=ro', uri=True) as connection:
            return connection.execute(sql, values).fetchall()

    def value(self, sql, *values):
        rows = self.rows(sql, *values)
        return rows[0][0] if rows else None

    def wait_for(self, expected, sql, *values):
        return wait_until(lambda: self.value(sql, *values) == expected,
                          f'{expected!r} from {sql}; it is {self.value(sql, *values)!r}')

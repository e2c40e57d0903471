"""The database of a program that runs, looked at beside it."""
import sqlite3
import subprocess

from desk import wait_until

ALL_DAY = '\n'.join(f'{day} 00:00-24:00' for day in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'))


def call_at_any_hour(ctl, path):
    """Lets customers be called whatever this machine's clock shows."""
    subprocess.run([ctl, '--database', path, 'calling-rules', '--set', '-'], input=ALL_DAY, text=True,
                   check=True)


def call_however_often(ctl, path):
    """Lets customers be called again who were tried often; whom the demo puts first may have been."""
    subprocess.run([ctl, '--database', path, 'calling-rules', '--set', '-'], input='cap 0', text=True,
                   check=True)


def let_days_pass(database, days):
    """Puts all that happened, and all that is due, so many days back; nobody may be at work."""
    microseconds = days * 86400 * 1000000
    moments = {'call_task': ('due_at', 'appointment_at', 'last_attempt_at', 'created_at'),
               'call_attempt': ('started_at', 'ended_at'), 'interview': ('started_at', 'ended_at')}
    with sqlite3.connect(database.path) as connection:
        for table, columns in moments.items():
            for column in columns:
                connection.execute(f'UPDATE {table} SET {column} = {column} - ? WHERE {column} > 0',
                                   (microseconds,))
        for table in 'call_attempt', 'interview':
            connection.execute(f"UPDATE {table} SET started_on = date (started_on, '-{days} days')")


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

"""The database of a program that runs, looked at beside it."""
import contextlib
import sqlite3
import subprocess
import time

from desk import PATIENCE, PAUSE, wait_until

ALL_DAY = '\n'.join(f'{day} 00:00-24:00' for day in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'))
# As SQLite says it.
IN_USE = ('database is locked', 'locking protocol')


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
    with sqlite3.connect(database.path, timeout=PATIENCE) as connection:
        for table, columns in moments.items():
            for column in columns:
                connection.execute(f'UPDATE {table} SET {column} = {column} - ? WHERE {column} > 0',
                                   (microseconds,))
        for table in 'call_attempt', 'interview':
            connection.execute(f"UPDATE {table} SET started_on = date (started_on, '-{days} days')")


class Database:
    def __init__(self, path):
        self.path = path

    def _read(self, sql, values):
        with contextlib.closing(sqlite3.connect(f'file:{self.path}?mode=ro', uri=True,
                                                timeout=PATIENCE)) as connection:
            return connection.execute(sql, values).fetchall()

    def rows(self, sql, *values):
        """What is stored. Where the program keeps others from reading for the moment, that is waited
        for."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self._read(sql, values)
            except sqlite3.OperationalError as error:
                if str(error) not in IN_USE or time.monotonic() > end:
                    raise
            time.sleep(PAUSE)

    def value(self, sql, *values):
        rows = self.rows(sql, *values)
        return rows[0][0] if rows else None

    def wait_for(self, expected, sql, *values):
        try:
            wait_until(lambda: self.value(sql, *values) == expected, f'{expected!r} from {sql}')
        except TimeoutError as error:
            raise TimeoutError(f'{error}; it is {self.value(sql, *values)!r}') from error

"""A call that is led by keyboard in the real window, step by step."""
import os
import pathlib
import re
import subprocess

from database import Database, call_at_any_hour
from desk import wait_until

LAST = 'thanks'


class Call:
    """The interview that is open."""

    def __init__(self, desk, database, known=()):
        self.desk, self.database = desk, database
        self.id = wait_until(
            lambda: database.value('SELECT id FROM interview WHERE state = ? AND outcome IS NULL '
                                   'AND id NOT IN (%s)' % ','.join(map(str, known)), 'open'),
            'an open interview')
        self.place_label = None

    def wait_at(self, question):
        """Until it is stored that the question shows; the first one needs no storing."""
        self.database.wait_for(question, "SELECT coalesce (position, 'opening') FROM interview "
                               'WHERE id = ?', self.id)

    def go(self, question, *keys):
        """Presses keys and waits until the question shows to which they lead; that it is stored
        where the call stands is not enough for the next key."""
        place = self.place()
        self.desk.key(*keys)
        wait_until(lambda: self.place() != place, f'the question {question}')
        self.wait_at(question)

    def answer(self, question, *keys, value):
        """Answers the question that shows by keys, and waits until the next one shows."""
        self.wait_at(question)
        place = self.place()
        self.desk.key(*keys)
        wait_until(lambda: self.current(question) is not None, f'an answer to {question}')
        assert self.current(question) == value, (question, self.current(question), value)
        if question != LAST:
            wait_until(lambda: self.place() != place, f'the question after {question}')

    def type(self, question, words, *keys, value=None):
        """Types an answer in words."""
        self.wait_at(question)
        self.desk.type(words)
        self.answer(question, *keys, value=value or words)

    def code_last_words(self, count, search, label, code):
        """Selects so many words before the cursor, finds a code by a part of its name, takes it."""
        self.desk.key(*['ctrl+shift+Left'] * count, 'ctrl+r')
        self.desk.wait_for_words('Why did the customer leave?')
        self.desk.wait_for_words('Search the codebook')
        self.desk.type(search)
        self.desk.wait_for_words(label, 'label')
        self.desk.key('Return')
        self.database.wait_for(code, 'SELECT code FROM coded_reason WHERE interview_id = ?', self.id)
        self.desk.wait_until_gone('Why did the customer leave?')

    def place(self):
        """Such as "3 / 26"; the label is looked for once."""
        if self.place_label is None:
            self.place_label = next(item for item in self.desk.walk()
                                    if re.fullmatch(r'\d+ / \d+', item.name or ''))
        return self.place_label.name

    def current(self, question):
        return self.database.value(
            "SELECT value FROM answer WHERE interview_id = ? AND question = ? "
            "AND state = 'current'", self.id, question)


def make_company(desk, huifangctl):
    path = f'{desk.folder}/demo.huifang'
    subprocess.run([huifangctl, '--database', path, 'init', '--demo'], check=True,
                   stdout=subprocess.DEVNULL)
    call_at_any_hour(huifangctl, path)
    return Database(path)


def open_program(desk, huifang, database):
    desk.start([huifang, '--database', database.path])
    desk.wait_for_words('Today')


def sit_down(desk, huifang, database, name):
    """The program is opened by somebody else, who works at this desk from now on."""
    desk.kill()
    staff_id = database.value('SELECT id FROM staff WHERE name = ?', name)
    folder = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'glib-2.0' / 'settings'
    folder.mkdir(parents=True, exist_ok=True)
    (folder / 'keyfile').write_text('[org/huifang/Huifang]\n'
                                    f"desk-staff={{'{database.path}': int64 {staff_id}}}\n",
                                    encoding='utf-8')
    os.environ['GSETTINGS_BACKEND'] = 'keyfile'
    open_program(desk, huifang, database)


def start_next_call(desk, database):
    """From the page of today to the first question."""
    known = [row[0] for row in database.rows("SELECT id FROM interview WHERE state = 'open'")]
    desk.wait_for_words('Next Call')
    desk.key('F5')
    call = Call(desk, database, known)
    desk.wait_for_words('1 / ')
    return call


def finish(desk, call):
    desk.wait_for_words('How did the call end?')
    desk.wait_for_words('Done; not called again.')
    desk.key('Return')
    call.database.wait_for('completed', 'SELECT state FROM interview WHERE id = ?', call.id)
    desk.wait_for_words('Next Call')

#!/usr/bin/python3
"""The search over everything by keyboard alone, through the real window: from a page, and in the
middle of an interview.

usage: find.py HUIFANG HUIFANGCTL [FOLDER FOR PICTURES]
"""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lib'))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import interview  # noqa: E402
from call import make_company, open_program as open_company, start_next_call  # noqa: E402
from desk import quit_with, run_tests, wait_until  # noqa: E402

PROGRAM, CTL = sys.argv[1:3]
CUSTOMERS = """code,name,phone
C0001,王炳泉,13812345678
C0002,單雄信,13900001111
C0003,李一,13700002222
"""


def open_program(desk):
    path = f'{desk.folder}/firm.huifang'
    table = pathlib.Path(desk.folder) / 'customers.csv'
    table.write_text(CUSTOMERS, encoding='utf-8')
    subprocess.run([CTL, '--database', path, 'init'], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([CTL, '--database', path, 'import', 'customers', str(table)], check=True,
                   stdout=subprocess.DEVNULL)
    desk.start([PROGRAM, '--database', path])
    desk.wait_for_words('Nothing to call today')


def wait_for_facts(desk, phone):
    """The customer's own page shows the number in full, the search only its end."""
    desk.wait_for_words(phone)


def a_customer_is_opened_by_pinyin(desk):
    open_program(desk)
    desk.key('ctrl+5', 'ctrl+k')
    desk.wait_for_words('Pages and commands')
    desk.type('wangbq')
    desk.wait_for_words('wang bing quan')
    desk.key('Return')
    wait_for_facts(desk, '13812345678')
    desk.key('ctrl+k')
    desk.type('shanxx')
    desk.wait_for_words('單雄信')
    desk.key('Return')
    wait_for_facts(desk, '13900001111')


def a_page_is_opened_by_its_name(desk):
    open_program(desk)
    desk.key('ctrl+k')
    desk.type('codeb')
    desk.wait_for_words('Nothing is found for “codeb”')
    desk.key('ctrl+a')
    desk.type('repor')
    desk.wait_until_gone('Nothing is found for “codeb”')
    desk.key('Return')
    desk.wait_for_words('First language')


def an_interview_loses_nothing(desk):
    database = make_company(desk, CTL)
    open_company(desk, PROGRAM, database)
    call = start_next_call(desk, database)
    interview.go_through_reasons(desk, call)
    desk.key('ctrl+k')
    desk.wait_for_words('Pages and commands')
    desk.type('wang1')
    desk.key('Escape')

    def words():
        focused = desk.focused()
        text = focused.queryText() if focused is not None else None
        return text is not None and text.getText(0, text.characterCount) == interview.WORDS
    wait_until(words, 'the words that were typed')
    assert database.value('SELECT value FROM draft WHERE interview_id = ?', call.id) == interview.WORDS


if __name__ == '__main__':
    quit_with(run_tests([a_customer_is_opened_by_pinyin, a_page_is_opened_by_its_name,
                         an_interview_loses_nothing],
                        sys.argv[3] if len(sys.argv) > 3 else None))

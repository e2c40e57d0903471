#!/usr/bin/python3
"""Customers for the benchmarks of lists and searches: always the same, of all kinds.

usage: customers.py HUIFANGCTL DATABASE ROWS
"""
import pathlib
import random
import subprocess
import sys
import tempfile

ROWS = 1_000_000
SURNAMES = ('王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁'
            '任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单解仇')
NAMES = '建国志强丽华秀英海涛洪波永生文博子轩雨涵晓东振淑芬玉兰明军杰娟艳勇磊静敏超刚平辉桂霞梅鑫宇浩欣怡佳琪思琳炳泉春长乐'
PLACES = ['长春市', '吉林省', '沈阳', '上海', '北京', '']
TRADES = ['汽车服务', '商贸', '科技', '物流', '建材', '餐饮']


def write_row(table, i, chance):
    pick = chance.choice
    lost = i % 6 == 0
    name = pick(SURNAMES) + pick(NAMES) + (pick(NAMES) if i % 5 else '')
    company = f'{pick(PLACES)}{pick(NAMES)}{pick(NAMES)}{pick(TRADES)}有限公司' if i % 7 == 0 else ''
    table.write(f'C{i:06},{name},1{pick("3578")}{chance.randrange(10 ** 9):09},u{i}@mail.example,{company},'
                f'人民大街{chance.randrange(3000)}号,门店{i % 12},顾问{i % 40},{"老客户" if i % 3 == 0 else ""},'
                f'{"lost" if lost else "active"},{2015 + i % 9}-{1 + i % 12:02}-{1 + i % 28:02},'
                f'{f"2025-{1 + i % 12:02}-{1 + i % 28:02}" if lost else ""},'
                f'{chance.randrange(100000)},{chance.randrange(9000)}\n')


def write_table(path, rows):
    chance = random.Random(1)
    with open(path, 'w', encoding='utf-8') as table:
        table.write('code,name,phone,email,company,address,branch,account_manager,tags,status,joined_on,lost_on,'
                    'annual_value,need\n')
        for i in range(rows):
            write_row(table, i, chance)


def make_database(ctl, database, rows):
    with tempfile.TemporaryDirectory(prefix='huifang-bench-') as name:
        table = pathlib.Path(name) / 'customers.csv'
        write_table(table, rows)
        subprocess.run([ctl, '--database', database, 'init'], check=True)
        subprocess.run([ctl, '--database', database, 'import', 'customers', table], check=True,
                       stdout=subprocess.DEVNULL)


if __name__ == '__main__':
    make_database(sys.argv[1], sys.argv[2], int(sys.argv[3]))

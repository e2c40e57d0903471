#include <string.h>

#include "hf-han.h"

static gboolean
is_read (const char *letter, const char *syllable)
{
  const char *readings[HF_HAN_MAX_READINGS];
  gsize n_readings = hf_han_get_readings (g_utf8_get_char (letter), readings);
  for (gsize i = 0; i < n_readings; i++)
    if (g_str_equal (readings[i], syllable))
      return TRUE;
  return FALSE;
}

static void
assert_read (const char *letter, const char *syllables)
{
  g_auto (GStrv) wanted = g_strsplit (syllables, " ", -1);
  for (char **syllable = wanted; *syllable != NULL; syllable++)
    if (!is_read (letter, *syllable))
      g_error ("%s is not read %s", letter, *syllable);
}

static void
test_readings (void)
{
  assert_read ("单", "shan dan chan");
  assert_read ("單", "shan dan chan");
  assert_read ("长", "zhang chang");
  assert_read ("春", "chun");
  assert_read ("吕", "lv lu");
  assert_read ("女", "nv nu");
  assert_read ("略", "lve lue");
}

static void
test_surnames (void)
{
  assert_read ("仇", "qiu");
  assert_read ("查", "zha");
  assert_read ("盖", "ge");
  assert_read ("解", "xie");
  assert_read ("朴", "piao");
  assert_read ("区", "ou");
  assert_read ("翟", "zhai di");
  assert_read ("尉", "yu wei");
  assert_read ("万", "wan mo");
  assert_read ("俟", "qi");
  assert_read ("曾", "zeng");
  assert_read ("乐", "yue le");
  assert_read ("缪", "miao");
  assert_read ("繁", "po");
  assert_read ("覃", "qin tan");
}

/* What nobody means today would find far too many. */
static void
test_old_readings (void)
{
  g_assert_true (is_read ("王", "wang"));
  g_assert_false (is_read ("王", "yu"));
  g_assert_false (is_read ("国", "m"));
  g_assert_true (is_read ("𠀀", "he"));
}

static void
test_no_character (void)
{
  const char *readings[HF_HAN_MAX_READINGS];
  const gunichar none[] = { 0, 'a', 0x33FF, 0xA000, 0x1FFFF, 0x3FFFF, 0x10FFFF, 0xFFFFFFFF };
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_assert_cmpuint (hf_han_get_readings (none[i], readings), ==, 0);
      g_assert_cmpuint (hf_han_fold (none[i]), ==, none[i]);
    }
}

static void
assert_same (const char *letters)
{
  gunichar first = hf_han_fold (g_utf8_get_char (letters));
  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    g_assert_cmphex (hf_han_fold (g_utf8_get_char (at)), ==, first);
  g_assert_cmphex (hf_han_fold (first), ==, first);
}

static void
test_fold (void)
{
  assert_same ("国國");
  assert_same ("台臺檯");
  assert_same ("长長");
  assert_same ("单單");
  assert_same ("发發髮");
  assert_same ("峰峯");
  assert_same ("启啟啓");
  assert_same ("里裡裏");
  assert_same ("卫衛衞");
  assert_same ("颜顏顔");
  assert_same ("产產産");
  assert_same ("线線綫");
}

static void
test_fold_apart (void)
{
  g_assert_cmphex (hf_han_fold (g_utf8_get_char ("堃")), !=, hf_han_fold (0x5764 /* 坤 */));
  g_assert_cmphex (hf_han_fold (g_utf8_get_char ("昇")), !=, hf_han_fold (0x5347 /* 升 */));
  g_assert_cmphex (hf_han_fold (g_utf8_get_char ("王")), ==, 0x738B);
}

/* Every character folds in one step, to one that folds no further. */
static void
test_fold_once (void)
{
  for (gunichar letter = 0; letter < 0x33000; letter++)
    {
      gunichar fold = hf_han_fold (letter);
      g_assert_cmphex (hf_han_fold (fold), ==, fold);
    }
}

static void
assert_begins (const char *begun, gsize n_wanted, const char *first_wanted)
{
  gsize first;
  g_assert_cmpuint (hf_han_find_syllables (begun, strlen (begun), &first), ==, n_wanted);
  if (n_wanted > 0)
    g_assert_cmpstr (hf_han_get_syllable (first), ==, first_wanted);
}

static void
test_syllables (void)
{
  assert_begins ("wang", 1, "wang");
  assert_begins ("wan", 2, "wan");
  assert_begins ("xian", 2, "xian");
  assert_begins ("lv", 2, "lv");
  assert_begins ("zz", 0, NULL);
  assert_begins ("i", 0, NULL);
  assert_begins ("zhuang", 1, "zhuang");
  assert_begins ("zhuangg", 0, NULL);
  assert_begins ("zhuangzhuang", 0, NULL);
  g_assert_cmpstr (hf_han_get_syllable (0), ==, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/han/readings", test_readings);
  g_test_add_func ("/han/surnames", test_surnames);
  g_test_add_func ("/han/old-readings", test_old_readings);
  g_test_add_func ("/han/no-character", test_no_character);
  g_test_add_func ("/han/fold", test_fold);
  g_test_add_func ("/han/fold-apart", test_fold_apart);
  g_test_add_func ("/han/fold-once", test_fold_once);
  g_test_add_func ("/han/syllables", test_syllables);
  return g_test_run ();
}

#include "config.h"

#include <string.h>

#include "hf-guide-draft.h"
#include "hf-locale.h"
#include "hf-starter.h"

#define HEAD "<guide code='g' version='2' kind='lost'><title>G</title>"
#define TEXT "<text>T</text>"

static HfGuideDraft *
read_draft (const char *text)
{
  HfGuideDraft *draft = hf_guide_draft_new ();
  g_autoptr (GError) error = NULL;
  hf_guide_draft_read (draft, text, &error);
  g_assert_no_error (error);
  return draft;
}

static HfMarkup *
find (HfGuideDraft *draft, const char *id)
{
  g_autoptr (GPtrArray) all = hf_guide_draft_list (draft);
  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (hf_markup_get (all->pdata[i], "id"), id) == 0)
      return all->pdata[i];
  return NULL;
}

/* Such as "guide a part b c", by ids, or names where there is none. */
static void
assert_order (HfGuideDraft *draft, const char *expected)
{
  g_autoptr (GPtrArray) all = hf_guide_draft_list (draft);
  g_autoptr (GString) order = g_string_new (NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const HfMarkup *element = all->pdata[i];
      const char *id = hf_markup_get (element, "id");
      g_string_append_printf (order, "%s%s", i > 0 ? " " : "", id != NULL ? id : element->name);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
assert_good (HfGuideDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HfGuide) guide = hf_guide_draft_check (draft, &error);
  g_assert_no_error (error);
}

static void
test_starter_guides_come_back (void)
{
  g_auto (GStrv) codes = hf_starter_list_guides ();
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (GBytes) file = hf_starter_load_guide (codes[i]);
      g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL),
                                         g_bytes_get_size (file));
      g_autoptr (HfGuideDraft) draft = read_draft (text);
      g_autofree char *once = hf_guide_draft_write (draft);
      g_autoptr (HfGuideDraft) again = read_draft (once);
      g_autofree char *twice = hf_guide_draft_write (again);
      g_assert_cmpstr (once, ==, twice);
      g_autoptr (HfGuide) before = hf_guide_parse (file, NULL);
      g_autoptr (HfGuide) after = hf_guide_draft_check (draft, NULL);
      g_assert_nonnull (after);
      g_assert_cmpuint (after->questions->len, ==, before->questions->len);
      for (guint j = 0; j < before->questions->len; j++)
        {
          const HfQuestion *old = before->questions->pdata[j],
                           *new = after->questions->pdata[j];
          g_assert_cmpstr (hf_wording_get (old->texts->pdata[0], "zh_TW"), ==,
                           hf_wording_get (new->texts->pdata[0], "zh_TW"));
        }
    }
}

static void
test_what_is_no_xml_changes_nothing (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (HEAD "</guide>");
  g_autoptr (GError) error = NULL;
  guint line, column;
  g_assert_false (hf_guide_draft_read (draft, "<guide>\n <part></guide>", &error));
  hf_markup_error_get_place (error, &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpstr (hf_markup_get (hf_guide_draft_get_root (draft), "code"), ==, "g");
}

static void
test_elements_are_added_where_they_belong (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (HEAD "</guide>");
  HfMarkup *part = hf_guide_draft_add (draft, "part", NULL, "Opening");
  HfMarkup *one = hf_guide_draft_add (draft, "question", part, "One");
  hf_guide_draft_add (draft, "question", part, "Two");
  hf_guide_draft_add (draft, "question", one, "Between");
  hf_guide_draft_add (draft, "part", one, "Closing");
  hf_guide_draft_add (draft, "objection", one, "No time");
  hf_guide_draft_add (draft, "objection", NULL, "No wish");
  assert_order (draft,
                "guide objection-1 objection-2 part question-1 question-3 question-2 part");
  assert_good (draft);
}

static void
test_options_get_names (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (HEAD "<question id='a' kind='choice'>" TEXT
                                                    "</question></guide>");
  HfMarkup *a = find (draft, "a");
  g_assert_null (hf_guide_draft_check (draft, NULL));
  hf_guide_draft_add_option (draft, a, "Yes");
  HfMarkup *no = hf_guide_draft_add_option (draft, a, "No");
  assert_good (draft);
  g_assert_cmpstr (hf_markup_get (no, "id"), ==, "option-2");
  g_assert_true (hf_guide_draft_can_move (draft, no, -1));
  hf_guide_draft_move (draft, no, -1);
  g_assert_false (hf_guide_draft_can_move (draft, no, -1));
  hf_guide_draft_remove (draft, no);
  g_assert_null (hf_guide_draft_check (draft, NULL));
}

static void
test_questions_move_through_parts (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (
      HEAD "<objection id='o'><title>O</title>" TEXT "</objection>"
           "<part><title>P</title><question id='a' kind='say'>" TEXT "</question>"
           "<question id='b' kind='say'>" TEXT "</question></part>"
           "<part><title>Q</title><question id='c' kind='say'>" TEXT "</question></part>"
           "</guide>");
  hf_guide_draft_move (draft, find (draft, "b"), 1);
  assert_order (draft, "guide o part a part b c");
  hf_guide_draft_move (draft, find (draft, "b"), 1);
  assert_order (draft, "guide o part a part c b");
  g_assert_false (hf_guide_draft_can_move (draft, find (draft, "b"), 1));
  hf_guide_draft_move (draft, find (draft, "c"), -1);
  assert_order (draft, "guide o part a c part b");
  g_assert_false (hf_guide_draft_can_move (draft, find (draft, "o"), 1));
  hf_guide_draft_move (draft, hf_guide_draft_get_parent (draft, find (draft, "b")), -1);
  assert_order (draft, "guide o part b part a c");
  assert_good (draft);
  hf_guide_draft_remove (draft, hf_guide_draft_get_parent (draft, find (draft, "a")));
  assert_order (draft, "guide o part b");
  hf_guide_draft_remove (draft, hf_guide_draft_get_root (draft));
  assert_order (draft, "guide o part b");
}

static void
assert_text (HfGuideDraft *draft, const char *name, guint index, const char *language,
             const char *expected)
{
  g_autofree char *text = hf_guide_draft_dup_text (draft, find (draft, "a"), name, index,
                                                   language);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_texts_have_languages (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (
      HEAD "<question id='a' kind='say'><text>{name}, one</text>"
           "<text xml:lang='zh-Hans-CN'>{name}，一</text><text>Two</text></question></guide>");
  HfMarkup *a = find (draft, "a");
  g_assert_cmpuint (hf_guide_draft_count_texts (draft, a, "text"), ==, 2);
  assert_text (draft, "text", 0, "zh_CN", "{name}，一");
  assert_text (draft, "text", 1, "zh_CN", "");
  hf_guide_draft_set_text (draft, a, "text", 1, "zh_CN", "二");
  hf_guide_draft_set_text (draft, a, "text", 1, "zh_TW", "二（臺）");
  hf_guide_draft_set_text (draft, a, "text", 0, "zh_CN", "");
  assert_text (draft, "text", 0, "en", "{name}, one");
  assert_text (draft, "text", 0, "zh_CN", "");
  assert_text (draft, "text", 1, "zh_CN", "二");
  assert_text (draft, "text", 1, "zh_TW", "二（臺）");
  assert_good (draft);
  hf_guide_draft_set_text (draft, a, "text", 1, "en", "");
  g_assert_cmpuint (hf_guide_draft_count_texts (draft, a, "text"), ==, 2);
  g_assert_null (hf_guide_draft_check (draft, NULL));
  hf_guide_draft_set_text (draft, a, "text", 2, "en", "Three");
  hf_guide_draft_remove_text (draft, a, "text", 1);
  assert_text (draft, "text", 1, "en", "Three");
  assert_good (draft);
}

static void
test_a_note_comes_and_goes (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (HEAD "<question id='a' kind='say'>" TEXT
                                                    "</question></guide>");
  HfMarkup *a = find (draft, "a");
  hf_guide_draft_set_text (draft, a, "note", 0, "zh_CN", "提示");
  g_assert_null (hf_guide_draft_check (draft, NULL));
  hf_guide_draft_set_text (draft, a, "note", 0, "en", "Hint");
  assert_good (draft);
  assert_text (draft, "note", 0, "zh_CN", "提示");
  hf_guide_draft_set_text (draft, a, "note", 0, "en", " ");
  hf_guide_draft_set_text (draft, a, "note", 0, "zh_CN", "");
  g_assert_cmpuint (hf_guide_draft_count_texts (draft, a, "note"), ==, 0);
  assert_good (draft);
}

static void
test_a_mistake_is_found_by_its_line (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (
      HEAD "<part><title>P</title><question id='a' kind='say'>" TEXT "</question>"
           "<question id='b' kind='choice'>" TEXT
           "<option id='x'><label>X</label></option></question></part></guide>");
  g_autoptr (GError) error = NULL;
  guint line, column;
  g_assert_null (hf_guide_draft_check (draft, &error));
  hf_markup_error_get_place (error, &line, &column);
  g_assert_true (hf_guide_draft_find_line (draft, line) == find (draft, "b"));
  g_assert_true (hf_guide_draft_find_line (draft, 1) == hf_guide_draft_get_root (draft));
}

static void
count (HfGuideDraft *draft, guint *changes)
{
  ++*changes;
}

static void
test_changes_are_told (void)
{
  g_autoptr (HfGuideDraft) draft = read_draft (HEAD "</guide>");
  guint changes = 0;
  g_signal_connect (draft, "changed", G_CALLBACK (count), &changes);
  HfMarkup *question = hf_guide_draft_add (draft, "question", NULL, "One");
  hf_guide_draft_set_text (draft, question, "text", 0, "zh_CN", "一");
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_long_texts_are_wrapped (void)
{
  g_autofree char *words = g_strnfill (300, 'x');
  for (gsize i = 9; i < 300; i += 10)
    words[i] = ' ';
  g_autoptr (HfGuideDraft) draft = read_draft (HEAD "<question id='a' kind='say'>" TEXT
                                                    "</question></guide>");
  hf_guide_draft_set_text (draft, find (draft, "a"), "note", 0, "en", words);
  g_autofree char *text = hf_guide_draft_write (draft);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <=, 100);
  g_autoptr (HfGuideDraft) again = read_draft (text);
  g_autofree char *note = hf_guide_draft_dup_text (again, find (again, "a"), "note", 0, "en");
  g_assert_cmpstr (g_strchomp (words), ==, note);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_locale_init (NULL);
  g_test_add_func ("/guide-draft/round-trip", test_starter_guides_come_back);
  g_test_add_func ("/guide-draft/no-xml", test_what_is_no_xml_changes_nothing);
  g_test_add_func ("/guide-draft/add", test_elements_are_added_where_they_belong);
  g_test_add_func ("/guide-draft/options", test_options_get_names);
  g_test_add_func ("/guide-draft/move", test_questions_move_through_parts);
  g_test_add_func ("/guide-draft/texts", test_texts_have_languages);
  g_test_add_func ("/guide-draft/note", test_a_note_comes_and_goes);
  g_test_add_func ("/guide-draft/line", test_a_mistake_is_found_by_its_line);
  g_test_add_func ("/guide-draft/changed", test_changes_are_told);
  g_test_add_func ("/guide-draft/wrap", test_long_texts_are_wrapped);
  return g_test_run ();
}

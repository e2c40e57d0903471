#include "config.h"

#include <string.h>

#include "hf-interview-flow.h"
#include "hf-locale.h"

/* hello, consent; where yes: told, where no: why-not; rival, compare; and bye for all. */
static const char guide_text[]
    = "<guide code='g' version='1' kind='lost'><title>G</title>"
      "<question id='hello' kind='say'><text>Hello</text></question>"
      "<question id='consent' kind='choice'><text>May I?</text>"
      "<option id='yes'><label>Yes</label></option><option id='no'><label>No</label></option>"
      "</question>"
      "<part when='consent = yes'><title>P</title>"
      "<question id='told' kind='choice'><text>Told us?</text>"
      "<option id='yes'><label>Yes</label></option><option id='no'><label>No</label></option>"
      "</question>"
      "<question id='why-not' kind='text' when='told = no'><text>Why not?</text></question>"
      "<question id='after' kind='text' when='why-not != x'><text>After</text></question>"
      "<question id='rival' kind='competitor' optional='yes'><text>Whom?</text></question>"
      "<question id='compare' kind='scale' from='1' to='5' when='rival != none'>"
      "<text>How good is {rival}, {name}?</text><text>How good is {rival}?</text>"
      "<text>How good are they?</text></question></part>"
      "<question id='bye' kind='say'><text>Bye</text></question></guide>";

typedef struct
{
  HfGuide *guide;
  GHashTable *answers;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) file = g_bytes_new_static (guide_text, strlen (guide_text));
  g_autoptr (GError) error = NULL;
  fixture->guide = hf_guide_parse (file, &error);
  g_assert_no_error (error);
  fixture->answers = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_hash_table_unref (fixture->answers);
  g_assert_finalize_object (fixture->guide);
}

static void
answer (Fixture *fixture, const char *question, const char *value)
{
  g_hash_table_insert (fixture->answers, (gpointer) question, (gpointer) value);
}

static void
assert_open (Fixture *fixture, const char *question)
{
  HfQuestion *open = hf_interview_flow_first_open (fixture->guide, fixture->answers);
  g_assert_cmpstr (open != NULL ? open->id : NULL, ==, question);
}

static void
assert_list (GPtrArray *list, const char *expected)
{
  g_autoptr (GPtrArray) owned = list;
  GString *ids = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (ids, "%s ", ((HfQuestion *) list->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
  g_string_free (ids, TRUE);
}

static void
test_answers_lead_through_the_guide (Fixture *fixture, gconstpointer data)
{
  static const char *const steps[][2] = {
    { "hello", "said" },  { "consent", "yes" },      { "told", "no" },   { "why-not", "shy" },
    { "after", "words" }, { "rival", "Quick Auto" }, { "compare", "4" }, { "bye", "said" },
  };
  double before = -1;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      assert_open (fixture, steps[i][0]);
      g_assert_false (hf_interview_flow_is_complete (fixture->guide, fixture->answers));
      double progress = hf_interview_flow_progress (fixture->guide, fixture->answers);
      g_assert_cmpfloat (progress, >, before);
      before = progress;
      answer (fixture, steps[i][0], steps[i][1]);
    }
  assert_open (fixture, NULL);
  g_assert_true (hf_interview_flow_is_complete (fixture->guide, fixture->answers));
  g_assert_cmpfloat (hf_interview_flow_progress (fixture->guide, fixture->answers), ==, 1);
}

static void
test_a_refusal_goes_to_the_end (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", "said");
  answer (fixture, "consent", "no");
  assert_open (fixture, "bye");
  guint count;
  HfQuestion *bye = hf_guide_find (fixture->guide, "bye");
  g_assert_cmpuint (hf_interview_flow_position (fixture->guide, fixture->answers, bye, &count),
                    ==, 3);
  g_assert_cmpuint (count, ==, 3);
}

static void
test_a_hidden_question_hides_what_asks_for_it (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", "said");
  answer (fixture, "consent", "yes");
  answer (fixture, "told", "yes");
  /* Left from before told was changed. */
  answer (fixture, "why-not", "shy");
  assert_open (fixture, "rival");
  g_assert_false (hf_interview_flow_is_visible (fixture->guide, fixture->answers,
                                                hf_guide_find (fixture->guide, "after")));
}

static void
test_next_and_previous_skip_the_hidden (Fixture *fixture, gconstpointer data)
{
  answer (fixture, "hello", "said");
  answer (fixture, "consent", "yes");
  answer (fixture, "told", "yes");
  HfQuestion *told = hf_guide_find (fixture->guide, "told");
  HfQuestion *rival = hf_interview_flow_next (fixture->guide, fixture->answers, told);
  g_assert_cmpstr (rival->id, ==, "rival");
  g_assert_true (hf_interview_flow_previous (fixture->guide, fixture->answers, rival) == told);

  HfQuestion *first = hf_interview_flow_next (fixture->guide, fixture->answers, NULL);
  g_assert_cmpstr (first->id, ==, "hello");
  g_assert_null (hf_interview_flow_previous (fixture->guide, fixture->answers, first));
  HfQuestion *last = hf_interview_flow_previous (fixture->guide, fixture->answers, NULL);
  g_assert_cmpstr (last->id, ==, "bye");
  g_assert_null (hf_interview_flow_next (fixture->guide, fixture->answers, last));
}

static void
test_the_count_only_falls (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *question, *value;
    guint position, count;
  } steps[] = {
    { "hello", "said", 1, 8 }, { "consent", "yes", 2, 8 }, { "told", "yes", 3, 8 },
    { "rival", "", 4, 6 },     { "compare", "4", 5, 6 },   { "bye", "said", 6, 6 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint count;
      HfQuestion *question = hf_guide_find (fixture->guide, steps[i].question);
      g_assert_cmpuint (
          hf_interview_flow_position (fixture->guide, fixture->answers, question, &count), ==,
          steps[i].position);
      g_assert_cmpuint (count, ==, steps[i].count);
      answer (fixture, steps[i].question, steps[i].value);
    }
}

static void
test_a_change_says_what_it_hides_and_restores (Fixture *fixture, gconstpointer data)
{
  static const char *const given[][2] = { { "hello", "said" },  { "consent", "yes" },
                                          { "told", "no" },     { "why-not", "shy" },
                                          { "after", "words" }, { "rival", "Quick Auto" },
                                          { "compare", "4" } };
  for (gsize i = 0; i < G_N_ELEMENTS (given); i++)
    answer (fixture, given[i][0], given[i][1]);
  HfGuide *guide = fixture->guide;
  HfQuestion *told = hf_guide_find (guide, "told");
  HfQuestion *consent = hf_guide_find (guide, "consent");
  assert_list (hf_interview_flow_list_hidden (guide, fixture->answers, told, "yes"),
               "why-not after ");
  assert_list (hf_interview_flow_list_hidden (guide, fixture->answers, told, "no"), "");
  assert_list (hf_interview_flow_list_hidden (guide, fixture->answers, consent, "no"),
               "told why-not after rival compare ");
  assert_list (hf_interview_flow_list_hidden (guide, fixture->answers, consent, NULL),
               "told why-not after rival compare ");
  assert_list (hf_interview_flow_list_restored (guide, fixture->answers, told, "yes"), "");

  answer (fixture, "told", "yes");
  assert_list (hf_interview_flow_list_restored (guide, fixture->answers, told, "no"),
               "why-not after ");
}

static void
test_earlier_answers_stand_in_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  HfQuestion *compare = hf_guide_find (fixture->guide, "compare");
  answer (fixture, "consent", "yes");
  answer (fixture, "rival", "");
  g_autofree char *unnamed = hf_interview_flow_dup_text (fixture->guide, fixture->answers,
                                                         compare, "en", fields);
  g_assert_cmpstr (unnamed, ==, "How good are they?");
  answer (fixture, "rival", "Quick Auto");
  g_autofree char *named = hf_interview_flow_dup_text (fixture->guide, fixture->answers,
                                                       compare, "en", fields);
  g_assert_cmpstr (named, ==, "How good is Quick Auto?");
  g_hash_table_insert (fields, (gpointer) "name", (gpointer) "Ms Wang");
  g_autofree char *both = hf_interview_flow_dup_text (fixture->guide, fixture->answers, compare,
                                                      "en", fields);
  g_assert_cmpstr (both, ==, "How good is Quick Auto, Ms Wang?");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

static void
test_parts_are_ticked_off (void)
{
  static const char text[]
      = "<guide code='g' version='1' kind='lost'><title>G</title>"
        "<question id='hello' kind='say'><text>Hello</text></question>"
        "<part><title>One</title><question id='a' kind='choice'><text>A</text>"
        "<option id='x'><label>X</label></option><option id='y'><label>Y</label></option>"
        "</question><question id='b' kind='text'><text>B</text></question></part>"
        "<part when='a = x'><title>Two</title><question id='c' kind='text'><text>C</text>"
        "</question></part></guide>";
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  g_autoptr (HfGuide) guide = hf_guide_parse (file, NULL);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (answers, (gpointer) "a", (gpointer) "x");
  g_hash_table_insert (answers, (gpointer) "b", (gpointer) "words");
  g_autoptr (GArray) parts = hf_interview_flow_list_parts (guide, answers,
                                                           hf_guide_find (guide, "c"));
  g_assert_cmpuint (parts->len, ==, 2);
  const HfInterviewPart *one = &g_array_index (parts, HfInterviewPart, 0);
  const HfInterviewPart *two = &g_array_index (parts, HfInterviewPart, 1);
  g_assert_cmpstr (hf_wording_get (one->title, "en"), ==, "One");
  g_assert_true (one->done && !one->current);
  g_assert_true (two->current && !two->done);

  g_hash_table_insert (answers, (gpointer) "a", (gpointer) "y");
  g_autoptr (GArray) left = hf_interview_flow_list_parts (guide, answers,
                                                          hf_guide_find (guide, "b"));
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (g_array_index (left, HfInterviewPart, 0).done);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hf_locale_init (NULL);
  ADD ("/flow/through", test_answers_lead_through_the_guide);
  ADD ("/flow/refusal", test_a_refusal_goes_to_the_end);
  ADD ("/flow/hidden", test_a_hidden_question_hides_what_asks_for_it);
  ADD ("/flow/neighbours", test_next_and_previous_skip_the_hidden);
  ADD ("/flow/count", test_the_count_only_falls);
  ADD ("/flow/change", test_a_change_says_what_it_hides_and_restores);
  ADD ("/flow/texts", test_earlier_answers_stand_in_texts);
  g_test_add_func ("/flow/parts", test_parts_are_ticked_off);
  return g_test_run ();
}

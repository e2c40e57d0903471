#include "config.h"

#include <adwaita.h>

#include "hf-call-attempt.h"
#include "hf-call-facts.h"
#include "hf-test-ui.h"

/* What is known of a customer of whom nothing happened yet. */
static HfInterviewFile *
make_file (const char *zone)
{
  HfInterviewFile *file = g_new0 (HfInterviewFile, 1);
  file->customer = hf_customer_new ();
  file->customer->code = g_strdup ("C1");
  file->customer->name = g_strdup ("王女士");
  file->customer->phone = g_strdup ("13812345678");
  file->customer->zone = g_strdup (zone);
  file->known = g_ptr_array_new ();
  file->attempts = g_ptr_array_new ();
  file->promises = g_ptr_array_new ();
  file->timeline = g_ptr_array_new ();
  return file;
}

static gpointer
part (HfCallFacts *facts, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (facts), HF_TYPE_CALL_FACTS, name);
}

static void
show (HfCallFacts *facts, const char *zone)
{
  g_autoptr (HfInterviewFile) file = make_file (zone);
  hf_call_facts_set_file (facts, file, "en");
}

/* The tests' own clock is Shanghai's. */
static void
test_the_clock_there_stands_by_the_phone (void)
{
  HfCallFacts *facts = g_object_ref_sink (g_object_new (HF_TYPE_CALL_FACTS, NULL));
  GtkLabel *clock = part (facts, "clock");
  show (facts, "Asia/Urumqi");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (clock)));
  g_assert_true (g_str_has_suffix (gtk_label_get_text (clock), "there · Xinjiang (Urumqi)"));
  show (facts, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (clock)));
  show (facts, "Asia/Hong_Kong");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (clock)));
  g_assert_finalize_object (facts);
}

static void
test_the_number_is_masked_until_it_is_wanted (void)
{
  HfCallFacts *facts = g_object_ref_sink (g_object_new (HF_TYPE_CALL_FACTS, NULL));
  GtkLabel *phone = part (facts, "phone");
  show (facts, "");
  g_assert_cmpstr (gtk_label_get_text (phone), !=, "13812345678");
  gtk_toggle_button_set_active (part (facts, "reveal"), TRUE);
  g_assert_cmpstr (gtk_label_get_text (phone), ==, "13812345678");
  show (facts, "");
  g_assert_cmpstr (gtk_label_get_text (phone), !=, "13812345678");
  g_assert_finalize_object (facts);
}

int
main (int argc, char **argv)
{
  hf_test_ui_init (&argc, &argv);
  g_test_add_func ("/call-facts/clock", test_the_clock_there_stands_by_the_phone);
  g_test_add_func ("/call-facts/phone", test_the_number_is_masked_until_it_is_wanted);
  return g_test_run ();
}

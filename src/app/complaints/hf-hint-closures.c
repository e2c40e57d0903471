#include "config.h"

#include "hf-hint-closures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-text.h"
#include "hf-time.h"

/* So many characters show before what was found, and in all. */
#define LEAD 100
#define MOST 500

/**
 * hf_hint_title:
 * @hint: a hint
 *
 * Names the customer.
 *
 * Returns: (transfer full): such as "王女士 · C0001"
 */
char *
hf_hint_title (const HfComplaintHint *hint)
{
  return hint->customer_name != NULL
             ? g_strjoin (" · ", hint->customer_name, hint->customer_code, NULL)
             : g_strdup (hint->customer_code);
}

/**
 * hf_hint_origin:
 * @hint: a hint
 *
 * Says where the words come from.
 *
 * Returns: (transfer full): such as "Note of a call · 2026-02-02 10:00 · 小李"
 */
char *
hf_hint_origin (const HfComplaintHint *hint)
{
  g_autofree char *moment = hf_time_format_moment (hint->at);
  g_autoptr (GString) words = g_string_new (hf_choice_label (hf_hint_sources, hint->source));
  g_string_append_printf (words, " · %s", moment);
  if (hint->staff != NULL)
    g_string_append_printf (words, " · %s", hint->staff);
  if (hint->state == HF_HINT_LATER)
    g_string_append_printf (words, " · %s", hf_choice_label (hf_hint_states, hint->state));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);
  g_string_append (markup, escaped);
}

/* Where the part begins that shows, in bytes. */
static gsize
find_begin (const char *said, gsize first)
{
  glong before = g_utf8_strlen (said, first);
  return before > LEAD ? g_utf8_offset_to_pointer (said, before - LEAD) - said : 0;
}

static gsize
find_end (const char *said, gsize begin)
{
  const char *from = said + begin;
  if (g_utf8_strlen (from, -1) <= MOST)
    return strlen (said);
  return g_utf8_offset_to_pointer (from, MOST) - said;
}

/**
 * hf_hint_markup:
 * @hint: a hint
 * @words: what sounds like a complaint
 *
 * Shows in their context the words that sound like a complaint.
 *
 * Returns: (transfer full): Pango markup
 */
char *
hf_hint_markup (const HfComplaintHint *hint, HfComplaintWords *words)
{
  const char *said = hint->words != NULL ? hint->words : "";
  g_autoptr (GArray) spans = hf_complaint_words_find (words, said);
  GString *markup = g_string_new (NULL);
  gsize first = spans->len > 0 ? g_array_index (spans, HfTextSpan, 0).start : 0;
  gsize at = find_begin (said, first), end = find_end (said, at);
  if (at > 0)
    g_string_append (markup, "…");
  for (guint i = 0; i < spans->len; i++)
    {
      const HfTextSpan *span = &g_array_index (spans, HfTextSpan, i);
      if (span->start + span->length > end)
        break;
      append_escaped (markup, said + at, span->start - at);
      g_string_append (markup, "<b><u>");
      append_escaped (markup, said + span->start, span->length);
      g_string_append (markup, "</u></b>");
      at = span->start + span->length;
    }
  append_escaped (markup, said + at, end - at);
  if (said[end] != '\0')
    g_string_append (markup, "…");
  return g_string_free (markup, FALSE);
}

/**
 * hf_hint_count_words:
 * @count: how many hints are to be decided
 *
 * Says so on a button.
 *
 * Returns: (transfer full): such as "Perhaps complaints: 3"
 */
char *
hf_hint_count_words (guint count)
{
  /* Translators: how many notes sound like a complaint. */
  return g_strdup_printf (_ ("Perhaps complaints: %u"), count);
}

static HfComplaintChannel
channel_of (HfHintSource source)
{
  return source == HF_HINT_SCORE ? HF_COMPLAINT_FORM : HF_COMPLAINT_PHONE;
}

/**
 * hf_hint_make_complaint:
 * @hint: a hint
 *
 * Makes of words what can be registered.
 *
 * Returns: (transfer full): the complaint
 */
HfComplaint *
hf_hint_make_complaint (const HfComplaintHint *hint)
{
  HfComplaint *complaint = hf_complaint_new ();
  complaint->hint_id = hint->id;
  complaint->customer_id = hint->customer_id;
  complaint->received_at = hint->at;
  complaint->channel = channel_of (hint->source);
  hf_text_set (&complaint->customer_name, hint->customer_name);
  hf_text_set (&complaint->customer_code, hint->customer_code);
  hf_text_set (&complaint->phone, hint->phone);
  hf_text_set (&complaint->branch, hint->branch);
  hf_text_set (&complaint->words, hint->words);
  hf_text_set (&complaint->taken_by, hint->staff);
  return complaint;
}

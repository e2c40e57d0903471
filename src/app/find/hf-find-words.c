#include "config.h"

#include "hf-find-words.h"

#include <glib/gi18n.h>

#include "hf-complaint.h"
#include "hf-customer.h"
#include "hf-interview.h"
#include "hf-promise.h"
#include "hf-text.h"
#include "hf-time.h"

/**
 * hf_find_words_heading:
 * @kind: of findings
 * @recent: whether nothing was typed yet
 *
 * Names what stands below.
 *
 * Returns: a heading
 */
const char *
hf_find_words_heading (HfFindingKind kind, gboolean recent)
{
  switch (kind)
    {
    case HF_FINDING_COMPLAINT:
      return C_ ("page", "Complaints");
    case HF_FINDING_PROMISE:
      return _ ("Promises");
    case HF_FINDING_INTERVIEW:
      return _ ("Interviews");
    case HF_FINDING_CUSTOMER:
    default:
      return recent ? _ ("Recent customers") : C_ ("page", "Customers");
    }
}

/**
 * hf_find_words_icon:
 * @finding: what was found
 *
 * Gives its picture.
 *
 * Returns: an icon's name
 */
const char *
hf_find_words_icon (const HfFinding *finding)
{
  switch (finding->kind)
    {
    case HF_FINDING_COMPLAINT:
      return "hf-complaints-symbolic";
    case HF_FINDING_PROMISE:
      return "hf-clock-symbolic";
    case HF_FINDING_INTERVIEW:
      return "hf-interview-symbolic";
    case HF_FINDING_CUSTOMER:
    default:
      return "hf-customers-symbolic";
    }
}

static const char *
name_of (const HfFinding *finding)
{
  if (finding->name != NULL)
    return finding->name;
  if (finding->company != NULL)
    return finding->company;
  return finding->code != NULL ? finding->code : _ ("Anonymous");
}

static void
add_part (GString *line, const char *part)
{
  if (!hf_text_is_blank (part))
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* The beginning of it, in one line. */
static char *
one_line (const char *words)
{
  return words != NULL ? g_strdelimit (g_strdup (words), "\r\n\t", ' ') : NULL;
}

/**
 * hf_find_words_title:
 * @finding: what was found
 *
 * Says who it is about, or what was promised.
 *
 * Returns: (transfer full): a title
 */
char *
hf_find_words_title (const HfFinding *finding)
{
  if (finding->kind == HF_FINDING_PROMISE && finding->words != NULL)
    return one_line (finding->words);
  return g_strdup (name_of (finding));
}

static void
add_customer (GString *line, const HfFinding *finding)
{
  g_autofree char *phone = finding->phone != NULL ? hf_text_mask_phone (finding->phone) : NULL;
  add_part (line, finding->code);
  add_part (line, finding->name != NULL ? finding->company : NULL);
  add_part (line, phone);
}

static void
add_record (GString *line, const HfFinding *finding)
{
  g_autofree char *day = hf_time_format_date (finding->at);
  g_autofree char *words = one_line (finding->words);
  add_part (line, finding->number);
  if (finding->kind == HF_FINDING_PROMISE)
    add_part (line, name_of (finding));
  add_part (line, day);
  if (finding->kind == HF_FINDING_COMPLAINT)
    add_part (line, words);
}

/**
 * hf_find_words_subtitle:
 * @finding: what was found
 *
 * Says by what to tell it from others. A phone number shows its last four digits.
 *
 * Returns: (transfer full): a line, perhaps empty
 */
char *
hf_find_words_subtitle (const HfFinding *finding)
{
  GString *line = g_string_new (NULL);
  (finding->kind == HF_FINDING_CUSTOMER ? add_customer : add_record) (line, finding);
  return g_string_free (line, FALSE);
}

/**
 * hf_find_words_state:
 * @finding: what was found
 *
 * Says how it stands.
 *
 * Returns: a word of its choices
 */
const char *
hf_find_words_state (const HfFinding *finding)
{
  static const HfChoice *const states[] = { [HF_FINDING_CUSTOMER] = hf_customer_statuses,
                                            [HF_FINDING_COMPLAINT] = hf_complaint_statuses,
                                            [HF_FINDING_PROMISE] = hf_promise_states,
                                            [HF_FINDING_INTERVIEW] = hf_interview_states };
  int state = hf_choice_find_name (states[finding->kind], finding->state);
  return state < 0 ? "" : hf_choice_label (states[finding->kind], state);
}

/**
 * hf_find_words_why:
 * @finding: what was found
 *
 * Says why a customer was found, where that is not to be seen.
 *
 * Returns: (transfer full) (nullable): a few words
 */
char *
hf_find_words_why (const HfFinding *finding)
{
  if (finding->reading != NULL)
    return g_strdup (finding->reading);
  if (finding->kind == HF_FINDING_CUSTOMER && finding->match == HF_CUSTOMER_MATCH_LAST_DIGITS)
    return g_strdup (_ ("last four digits"));
  return NULL;
}

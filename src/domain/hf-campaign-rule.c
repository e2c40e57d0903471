#include "config.h"

#include "hf-campaign-rule.h"

#include <glib/gi18n.h>

#define GROUP "rule"
#define MAX_DAYS 36500

G_DEFINE_QUARK (hf - campaign - rule - error - quark, hf_campaign_rule_error)

/* A part of a rule, by which it is written. */
typedef struct
{
  const char *name;
  enum
  {
    TEXT,
    NUMBER,
    COUNT
  } type;
  gsize offset;
} Part;

static const Part parts[] = {
  { "status", TEXT, G_STRUCT_OFFSET (HfCampaignRule, status) },
  { "class", TEXT, G_STRUCT_OFFSET (HfCampaignRule, grade) },
  { "tag", TEXT, G_STRUCT_OFFSET (HfCampaignRule, tag) },
  { "branch", NUMBER, G_STRUCT_OFFSET (HfCampaignRule, branch_id) },
  { "least-value", NUMBER, G_STRUCT_OFFSET (HfCampaignRule, least_value) },
  { "lost-from-days", COUNT, G_STRUCT_OFFSET (HfCampaignRule, lost_from_days) },
  { "lost-to-days", COUNT, G_STRUCT_OFFSET (HfCampaignRule, lost_to_days) },
  { "low-scores", COUNT, G_STRUCT_OFFSET (HfCampaignRule, low_scores) },
  { "low-below", NUMBER, G_STRUCT_OFFSET (HfCampaignRule, low_below) },
  { "not-called-days", COUNT, G_STRUCT_OFFSET (HfCampaignRule, not_called_days) },
  { "answered-days", COUNT, G_STRUCT_OFFSET (HfCampaignRule, answered_days) },
};

/**
 * hf_campaign_rule_new:
 *
 * Makes a rule that picks everybody.
 *
 * Returns: (transfer full): the rule
 */
HfCampaignRule *
hf_campaign_rule_new (void)
{
  return g_new0 (HfCampaignRule, 1);
}

/**
 * hf_campaign_rule_copy:
 * @self: a rule
 *
 * Copies it.
 *
 * Returns: (transfer full): the copy
 */
HfCampaignRule *
hf_campaign_rule_copy (const HfCampaignRule *self)
{
  HfCampaignRule *copy = hf_campaign_rule_new ();
  *copy = *self;
  copy->status = g_strdup (self->status);
  copy->grade = g_strdup (self->grade);
  copy->tag = g_strdup (self->tag);
  return copy;
}

/**
 * hf_campaign_rule_free:
 * @self: (transfer full): a rule
 *
 * Frees it.
 */
void
hf_campaign_rule_free (HfCampaignRule *self)
{
  g_free (self->status);
  g_free (self->grade);
  g_free (self->tag);
  g_free (self);
}

static void
read_part (HfCampaignRule *self, const Part *part, GKeyFile *file, GError **error)
{
  gpointer at = G_STRUCT_MEMBER_P (self, part->offset);
  switch (part->type)
    {
    case TEXT:
      *(char **) at = g_key_file_get_string (file, GROUP, part->name, error);
      break;
    case NUMBER:
      *(gint64 *) at = g_key_file_get_int64 (file, GROUP, part->name, error);
      break;
    case COUNT:
    default:
      *(guint *) at = MAX (0, g_key_file_get_integer (file, GROUP, part->name, error));
      break;
    }
}

/**
 * hf_campaign_rule_parse:
 * @text: what hf_campaign_rule_format() wrote
 * @error: (nullable): %HF_CAMPAIGN_RULE_ERROR_INVALID, or of #GKeyFile
 *
 * Reads a rule.
 *
 * Returns: (transfer full) (nullable): the rule
 */
HfCampaignRule *
hf_campaign_rule_parse (const char *text, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (HfCampaignRule) self = hf_campaign_rule_new ();
  GError *local = NULL;
  if (!g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (parts) && local == NULL; i++)
    if (g_key_file_has_key (file, GROUP, parts[i].name, NULL))
      read_part (self, &parts[i], file, &local);
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL && hf_campaign_rule_validate (self, error) ? g_steal_pointer (&self)
                                                                  : NULL;
}

static void
write_part (const HfCampaignRule *self, const Part *part, GKeyFile *file)
{
  gconstpointer at = G_STRUCT_MEMBER_P (self, part->offset);
  if (part->type == TEXT && *(char *const *) at != NULL)
    g_key_file_set_string (file, GROUP, part->name, *(char *const *) at);
  else if (part->type == NUMBER && *(const gint64 *) at != 0)
    g_key_file_set_int64 (file, GROUP, part->name, *(const gint64 *) at);
  else if (part->type == COUNT && *(const guint *) at != 0)
    g_key_file_set_integer (file, GROUP, part->name, *(const guint *) at);
}

/**
 * hf_campaign_rule_format:
 * @self: a rule
 *
 * Writes a rule as text, by which databases keep it.
 *
 * Returns: (transfer full): the text
 */
char *
hf_campaign_rule_format (const HfCampaignRule *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    write_part (self, &parts[i], file);
  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * hf_campaign_rule_validate:
 * @self: a rule
 * @error: (nullable): %HF_CAMPAIGN_RULE_ERROR_INVALID with what does not hold
 *
 * Tells whether a rule can pick anybody.
 *
 * Returns: whether it holds
 */
gboolean
hf_campaign_rule_validate (const HfCampaignRule *self, GError **error)
{
  const char *wrong = NULL;
  if (self->lost_to_days != 0 && self->lost_from_days > self->lost_to_days)
    wrong = _ ("“Lost at least” is more days ago than “at most”.");
  else if (MAX (MAX (self->lost_to_days, self->lost_from_days),
                MAX (self->not_called_days, self->answered_days))
           > MAX_DAYS)
    wrong = _ ("That is more than a hundred years ago.");
  else if (self->low_scores > 0 && (self->low_below <= 0 || self->low_below > 10000))
    wrong = _ ("A low score is below a number from 0 to 10.");
  if (wrong == NULL)
    return TRUE;
  g_set_error_literal (error, HF_CAMPAIGN_RULE_ERROR, HF_CAMPAIGN_RULE_ERROR_INVALID, wrong);
  return FALSE;
}

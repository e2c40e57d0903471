#include "config.h"

#include "hf-campaign.h"

#include <glib/gi18n.h>

#include "hf-field.h"
#include "hf-text.h"

G_DEFINE_FINAL_TYPE (HfCampaign, hf_campaign, G_TYPE_OBJECT)

const HfChoice hf_campaign_states[] = {
  [HF_CAMPAIGN_OPEN] = { "open", NC_ ("choice", "Open") },
  [HF_CAMPAIGN_CLOSED] = { "closed", NC_ ("choice", "Closed") },
  { NULL, NULL },
};

static void
hf_campaign_finalize (GObject *object)
{
  HfCampaign *self = HF_CAMPAIGN (object);
  g_free (self->name);
  g_free (self->deadline_on);
  hf_campaign_rule_free (self->rule);
  g_array_unref (self->staff);
  G_OBJECT_CLASS (hf_campaign_parent_class)->finalize (object);
}

static void
hf_campaign_class_init (HfCampaignClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hf_campaign_finalize;
}

static void
hf_campaign_init (HfCampaign *self)
{
  self->rule = hf_campaign_rule_new ();
  self->staff = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * hf_campaign_new:
 *
 * Makes an open call list of everybody, for everybody.
 *
 * Returns: (transfer full): the record
 */
HfCampaign *
hf_campaign_new (void)
{
  return g_object_new (HF_TYPE_CAMPAIGN, NULL);
}

static gboolean
check (gboolean holds, HfFieldError code, const char *message, GError **error)
{
  if (!holds)
    g_set_error_literal (error, HF_FIELD_ERROR, code, message);
  return holds;
}

/**
 * hf_campaign_validate:
 * @self: a call list
 * @error: (nullable): %HF_FIELD_ERROR or %HF_CAMPAIGN_RULE_ERROR, with a message for the user
 *
 * Checks what must hold before it is stored.
 *
 * Returns: whether it holds
 */
gboolean
hf_campaign_validate (const HfCampaign *self, GError **error)
{
  g_autofree char *too_long = g_strdup_printf (
      /* Translators: %u is a number of characters. */
      _ ("longer than %u characters"), HF_CAMPAIGN_MAX_NAME);
  return check (!hf_text_is_blank (self->name), HF_FIELD_ERROR_MISSING,
                _ ("the name is missing"), error)
         && check (g_utf8_strlen (self->name, -1) <= HF_CAMPAIGN_MAX_NAME,
                   HF_FIELD_ERROR_TOO_LONG, too_long, error)
         && hf_campaign_rule_validate (self->rule, error);
}

/**
 * hf_campaign_format_quota:
 * @self: a call list
 *
 * Writes its quota as text, by which databases keep it: "a 20, c 5".
 *
 * Returns: (transfer full) (nullable): the text, %NULL where no class has a quota
 */
char *
hf_campaign_format_quota (const HfCampaign *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < HF_CAMPAIGN_N_QUOTAS; i++)
    if (self->quota[i] != 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? ", " : "",
                              hf_loyalty_classes[i].name, self->quota[i]);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static gboolean
parse_part (HfCampaign *self, const char *part)
{
  guint64 number;
  g_auto (GStrv) words = g_strsplit (part, " ", 2);
  int class = g_strv_length (words) == 2 ? hf_choice_find_name (hf_loyalty_classes, words[0])
                                         : -1;
  if (class < 0 || class >= HF_CAMPAIGN_N_QUOTAS
      || !g_ascii_string_to_unsigned (words[1], 10, 0, HF_CAMPAIGN_MAX_QUOTA, &number, NULL))
    return FALSE;
  self->quota[class] = number;
  return TRUE;
}

/**
 * hf_campaign_parse_quota:
 * @self: a call list
 * @text: (nullable): what hf_campaign_format_quota() wrote
 * @error: (nullable): %HF_FIELD_ERROR_INVALID
 *
 * Reads its quota.
 *
 * Returns: whether it holds
 */
gboolean
hf_campaign_parse_quota (HfCampaign *self, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ", ", -1);
  for (guint i = 0; i < HF_CAMPAIGN_N_QUOTAS; i++)
    self->quota[i] = 0;
  for (gsize i = 0; parts[i] != NULL; i++)
    if (!parse_part (self, parts[i]))
      {
        g_set_error (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                     _ ("the quota “%s” is not understood"), parts[i]);
        return FALSE;
      }
  return TRUE;
}

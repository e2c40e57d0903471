#include "config.h"

#include "hf-call-list-terms.h"

#include <glib/gi18n.h>

#include "hf-field.h"
#include "hf-number-row.h"
#include "hf-setup-entry.h"
#include "hf-text.h"
#include "hf-time.h"

/* What of a call list can be changed later: its name, until when, and how many are enough. */
struct _HfCallListTerms
{
  AdwPreferencesGroup parent_instance;

  GtkEditable *name;
  GtkEditable *deadline;
  HfNumberRow *quota_a;
  HfNumberRow *quota_b;
  HfNumberRow *quota_c;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCallListTerms, hf_call_list_terms, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
read_deadline (HfCallListTerms *self, char **deadline)
{
  g_autofree char *typed = hf_text_trim (gtk_editable_get_text (self->deadline));
  *deadline = typed != NULL ? hf_time_parse_date (typed) : NULL;
  return typed == NULL || *deadline != NULL;
}

static void
on_changed (HfCallListTerms *self)
{
  g_autofree char *deadline = NULL;
  hf_setup_entry_mark (self->deadline, !read_deadline (self, &deadline));
  hf_setup_entry_mark (self->name, hf_text_is_blank (gtk_editable_get_text (self->name)));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
hf_call_list_terms_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CALL_LIST_TERMS);
  G_OBJECT_CLASS (hf_call_list_terms_parent_class)->dispose (object);
}

static void
hf_call_list_terms_class_init (HfCallListTermsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_call_list_terms_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HF_TYPE_CALL_LIST_TERMS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HF_TYPE_NUMBER_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/calls/hf-call-list-terms.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCallListTerms, name);
  gtk_widget_class_bind_template_child (widget_class, HfCallListTerms, deadline);
  gtk_widget_class_bind_template_child (widget_class, HfCallListTerms, quota_a);
  gtk_widget_class_bind_template_child (widget_class, HfCallListTerms, quota_b);
  gtk_widget_class_bind_template_child (widget_class, HfCallListTerms, quota_c);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
hf_call_list_terms_init (HfCallListTerms *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_call_list_terms_show:
 * @self: a form
 * @campaign: a call list
 *
 * Shows its terms, to be changed.
 */
void
hf_call_list_terms_show (HfCallListTerms *self, const HfCampaign *campaign)
{
  gtk_editable_set_text (self->name, campaign->name != NULL ? campaign->name : "");
  gtk_editable_set_text (self->deadline,
                         campaign->deadline_on != NULL ? campaign->deadline_on : "");
  hf_number_row_set_value (self->quota_a, campaign->quota[HF_LOYALTY_A]);
  hf_number_row_set_value (self->quota_b, campaign->quota[HF_LOYALTY_B]);
  hf_number_row_set_value (self->quota_c, campaign->quota[HF_LOYALTY_C]);
}

/**
 * hf_call_list_terms_read:
 * @self: a form
 * @campaign: a call list that gets the terms
 * @error: (nullable): %HF_FIELD_ERROR, with a message for the user
 *
 * Reads what was typed.
 *
 * Returns: whether it holds
 */
gboolean
hf_call_list_terms_read (HfCallListTerms *self, HfCampaign *campaign, GError **error)
{
  g_autofree char *name = hf_text_trim (gtk_editable_get_text (self->name));
  g_free (campaign->deadline_on);
  campaign->deadline_on = NULL;
  hf_text_set (&campaign->name, name);
  campaign->quota[HF_LOYALTY_A] = hf_number_row_get_value (self->quota_a);
  campaign->quota[HF_LOYALTY_B] = hf_number_row_get_value (self->quota_b);
  campaign->quota[HF_LOYALTY_C] = hf_number_row_get_value (self->quota_c);
  if (read_deadline (self, &campaign->deadline_on))
    return TRUE;
  g_set_error_literal (error, HF_FIELD_ERROR, HF_FIELD_ERROR_INVALID,
                       _ ("The deadline is no day; write it as 2026-12-31."));
  return FALSE;
}

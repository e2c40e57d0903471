#include "config.h"

#include "hf-consent-group.h"

#include <glib/gi18n.h>

#include "hf-consent-closures.h"

#define MAX_PURPOSES 8

/* What a customer agreed to: how each purpose stands, and all that was decided. */
struct _HfConsentGroup
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *purposes;
  AdwExpanderRow *history;

  GtkWidget *rows[MAX_PURPOSES]; /* of #hf_consent_purposes */
  GtkWidget *icons[MAX_PURPOSES];
  GtkWidget *withdraw[MAX_PURPOSES];
  GPtrArray *decisions; /* (element-type GtkWidget): the rows of the history, borrowed */
};

G_DEFINE_FINAL_TYPE (HfConsentGroup, hf_consent_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_button (const char *label, const char *action, const char *purpose)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", purpose);
  return button;
}

static void
describe (GtkWidget *button, const char *tooltip, const char *purpose)
{
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  purpose, -1);
}

static void
add_purpose (HfConsentGroup *self, HfConsentPurpose purpose)
{
  const char *name = hf_consent_purposes[purpose].name;
  const char *label = hf_choice_label (hf_consent_purposes, purpose);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *record = make_button (C_ ("consent", "_Record…"), "customer.record-consent", name);
  self->rows[purpose] = row;
  self->icons[purpose] = gtk_image_new ();
  self->withdraw[purpose] = make_button (_ ("_Withdraw"), "customer.withdraw-consent", name);
  gtk_widget_add_css_class (self->icons[purpose], "dim-label");
  gtk_widget_add_css_class (record, "flat");
  describe (record, _ ("Note what the customer says to this"), label);
  describe (self->withdraw[purpose], _ ("The customer took it back, today"), label);
  g_object_set (row, "use-markup", FALSE, "title", label, "subtitle-lines", 3, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->icons[purpose]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), record);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->withdraw[purpose]);
  adw_expander_row_add_row (self->purposes, row);
}

static void
show_purpose (HfConsentGroup *self, GPtrArray *consents, HfConsentPurpose purpose)
{
  const HfConsent *consent = hf_consent_find_last (consents, purpose);
  const char *state = hf_consent_words_state (consent);
  g_autofree char *details = consent != NULL ? hf_consent_words_details (consent) : NULL;
  g_autofree char *words = details != NULL ? g_strjoin (" · ", state, details, NULL)
                                           : g_strdup (state);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[purpose]), hf_consent_icon (consent));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[purpose]), words);
  gtk_widget_set_visible (self->withdraw[purpose],
                          consent != NULL && consent->state == HF_CONSENT_GIVEN);
}

static GtkWidget *
make_decision (const HfConsent *consent)
{
  g_autofree char *title = hf_consent_words_title (consent);
  g_autofree char *details = hf_consent_words_details (consent);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (hf_consent_icon (consent));
  gtk_widget_add_css_class (icon, "dim-label");
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", details, "subtitle-lines",
                4, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  return row;
}

static void
show_history (HfConsentGroup *self, GPtrArray *consents)
{
  for (guint i = 0; i < self->decisions->len; i++)
    adw_expander_row_remove (self->history, g_ptr_array_index (self->decisions, i));
  g_ptr_array_set_size (self->decisions, 0);
  for (guint i = 0; i < consents->len; i++)
    {
      GtkWidget *row = make_decision (g_ptr_array_index (consents, i));
      adw_expander_row_add_row (self->history, row);
      g_ptr_array_add (self->decisions, row);
    }
  g_autofree char *title = g_strdup_printf (
      /* Translators: %u is how often a customer agreed to something or did not. */
      ngettext ("History: %u decision", "History: %u decisions", consents->len), consents->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->history), title);
  gtk_widget_set_visible (GTK_WIDGET (self->history), consents->len > 0);
}

static void
hf_consent_group_finalize (GObject *object)
{
  g_ptr_array_unref (HF_CONSENT_GROUP (object)->decisions);
  G_OBJECT_CLASS (hf_consent_group_parent_class)->finalize (object);
}

static void
hf_consent_group_class_init (HfConsentGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hf_consent_group_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-consent-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HfConsentGroup, purposes);
  gtk_widget_class_bind_template_child (widget_class, HfConsentGroup, history);
}

static void
hf_consent_group_init (HfConsentGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->decisions = g_ptr_array_new ();
  for (guint i = 0; hf_consent_purposes[i].name != NULL; i++)
    add_purpose (self, i);
}

/**
 * hf_consent_group_show:
 * @self: the group
 * @consents: (element-type HfConsent): a customer's decisions, the last first
 *
 * Shows what a customer agreed to.
 */
void
hf_consent_group_show (HfConsentGroup *self, GPtrArray *consents)
{
  g_autofree char *summary = hf_consent_words_summary (consents);
  for (guint i = 0; hf_consent_purposes[i].name != NULL; i++)
    show_purpose (self, consents, i);
  adw_expander_row_set_subtitle (self->purposes, summary);
  show_history (self, consents);
}

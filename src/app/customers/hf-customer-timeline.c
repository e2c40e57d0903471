#include "config.h"

#include "hf-customer-timeline.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-customer-closures.h"
#include "hf-filter-chip.h"
#include "hf-timeline-closures.h"
#include "hf-widget.h"

/* So many are shown at first; the rest is one button away. */
#define SHOWN_AT_FIRST 30

/* What happened with a customer, newest first, under the months. */
struct _HfCustomerTimeline
{
  GtkWidget parent_instance;

  HfFilterChip *kind;
  GtkListBox *list;
  GtkWidget *none;
  GtkButton *show_all;

  GPtrArray *entries;
  HfCodebook *codebook;
};

G_DEFINE_FINAL_TYPE (HfCustomerTimeline, hf_customer_timeline, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (HfCustomerTimeline *self, HfTimelineEntry *entry)
{
  g_autofree char *title = hf_timeline_words_title (entry, self->codebook);
  g_autofree char *details = hf_timeline_words_details (entry);
  g_autofree char *moment = hf_customer_words_moment (entry->at);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (hf_timeline_icon (entry));
  GtkWidget *when = gtk_label_new (moment);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", details, "title-lines", 2,
                "subtitle-lines", 6, NULL);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "numeric");
  gtk_widget_add_css_class (when, "caption");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  g_object_set_data_full (G_OBJECT (row), "entry", g_object_ref (entry), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    entry->kind == HF_TIMELINE_COMPLAINT);
  if (entry->kind == HF_TIMELINE_MERGE)
    {
      GtkWidget *unmerge = gtk_button_new_with_mnemonic (_ ("_Unmerge"));
      gtk_widget_set_valign (unmerge, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (unmerge, _ ("Make two customers of them again"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (unmerge), "customer.unmerge");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (unmerge), "x", entry->record_id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), unmerge);
    }
  if (entry->kind == HF_TIMELINE_COMPLAINT)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static char *
month_of_row (GtkListBoxRow *row)
{
  return row != NULL ? hf_timeline_words_month (g_object_get_data (G_OBJECT (row), "entry"))
                     : NULL;
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer unused)
{
  g_autofree char *month = month_of_row (row);
  g_autofree char *month_before = month_of_row (before);
  if (g_strcmp0 (month, month_before) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *header = gtk_label_new (month);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "timeline-month");
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_list_box_row_set_header (row, header);
}

/* Those of the kind that was chosen. */
static GPtrArray *
choose_entries (HfCustomerTimeline *self)
{
  const char *name = hf_filter_chip_get_value (self->kind);
  HfTimelineKind kind = name != NULL ? hf_choice_find_name (hf_timeline_kinds, name) : 0;
  GPtrArray *chosen = g_ptr_array_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      HfTimelineEntry *entry = g_ptr_array_index (self->entries, i);
      if (name == NULL || entry->kind == kind)
        g_ptr_array_add (chosen, entry);
    }
  return chosen;
}

static void
show_entries (HfCustomerTimeline *self, guint limit)
{
  GtkWidget *row;
  g_autoptr (GPtrArray) entries = choose_entries (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (entries->len, limit); i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (entries, i)));

  g_autofree char *label = g_strdup_printf (
      /* Translators: %u is how many entries a customer's history has. */
      ngettext ("Show All %u Entry", "Show All %u Entries", entries->len), entries->len);
  gtk_button_set_label (self->show_all, label);
  gtk_widget_set_visible (GTK_WIDGET (self->show_all), entries->len > limit);
  gtk_widget_set_visible (GTK_WIDGET (self->list), entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), self->entries->len > 0);
  gtk_widget_set_visible (self->none, self->entries->len == 0);
}

static void
on_kind_chosen (HfCustomerTimeline *self)
{
  show_entries (self, SHOWN_AT_FIRST);
}

static void
on_show_all (HfCustomerTimeline *self)
{
  show_entries (self, G_MAXUINT);
}

static void
on_row_activated (HfCustomerTimeline *self, GtkListBoxRow *row)
{
  const HfTimelineEntry *entry = g_object_get_data (G_OBJECT (row), "entry");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-complaint", "x", entry->record_id);
}

static void
hf_customer_timeline_dispose (GObject *object)
{
  HfCustomerTimeline *self = HF_CUSTOMER_TIMELINE (object);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_CUSTOMER_TIMELINE);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->codebook);
  G_OBJECT_CLASS (hf_customer_timeline_parent_class)->dispose (object);
}

static void
hf_customer_timeline_class_init (HfCustomerTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_customer_timeline_dispose;
  g_type_ensure (HF_TYPE_FILTER_CHIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/customers/hf-customer-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, kind);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, none);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerTimeline, show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_timeline_init (HfCustomerTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Purchases are drawn elsewhere. */
  for (guint i = 0; hf_timeline_kinds[i].name != NULL; i++)
    if (i != HF_TIMELINE_PURCHASE)
      hf_filter_chip_add_choice (self->kind, hf_timeline_kinds[i].name,
                                 hf_choice_label (hf_timeline_kinds, i));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

/**
 * hf_customer_timeline_set_entries:
 * @self: the timeline
 * @entries: (element-type HfTimelineEntry): newest first
 * @codebook: (nullable): the names of reasons
 *
 * Shows what happened with a customer.
 */
void
hf_customer_timeline_set_entries (HfCustomerTimeline *self, GPtrArray *entries,
                                  HfCodebook *codebook)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_ptr_array_ref (entries);
  g_set_object (&self->codebook, codebook);
  show_entries (self, SHOWN_AT_FIRST);
}

#include "config.h"

#include "hf-tag-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-store-tags.h"
#include "hf-text.h"

/* So many tags are offered at a time. */
#define MOST_OFFERED 8

/* A form's row for tags: a chip each, and an entry that completes from those in use. */
struct _HfTagRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *caption;
  GtkFlowBox *chips;
  GtkEditable *entry;
  GtkPopover *popover;
  GtkListBox *offers;

  GPtrArray *tags; /* (element-type utf8) */
  HfStore *store;  /* NULL: nothing is offered */
  GCancellable *looking;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfTagRow, hf_tag_row, ADW_TYPE_PREFERENCES_ROW)

static gboolean
has_tag (HfTagRow *self, const char *tag)
{
  g_autofree char *wanted = hf_text_fold (tag);
  for (guint i = 0; i < self->tags->len; i++)
    {
      g_autofree char *folded = hf_text_fold (g_ptr_array_index (self->tags, i));
      if (strcmp (folded, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

static void show_chips (HfTagRow *self);

static void
remove_tag (HfTagRow *self, guint i)
{
  g_ptr_array_remove_index (self->tags, i);
  show_chips (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_remove (HfTagRow *self, GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);
  remove_tag (self, (guint) gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child)));
}

static gboolean
on_chip_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
             HfTagRow *self)
{
  if (key != GDK_KEY_BackSpace && key != GDK_KEY_Delete)
    return FALSE;
  on_remove (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  return TRUE;
}

static GtkWidget *
make_chip (HfTagRow *self, const char *tag)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (tag);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  /* Translators: %s is a tag. */
  g_autofree char *words = g_strdup_printf (_ ("Remove the tag “%s”"), tag);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (chip, "pill-label");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "small-button");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), remove);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_chip_key), self, 0);
  gtk_widget_add_controller (remove, keys);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  return chip;
}

static void
show_chips (HfTagRow *self)
{
  GtkFlowBoxChild *child;
  while ((child = gtk_flow_box_get_child_at_index (self->chips, 0)) != NULL)
    gtk_flow_box_remove (self->chips, GTK_WIDGET (child));
  for (guint i = 0; i < self->tags->len; i++)
    {
      gtk_flow_box_insert (self->chips, make_chip (self, g_ptr_array_index (self->tags, i)),
                           -1);
      child = gtk_flow_box_get_child_at_index (self->chips, (int) i);
      gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
      gtk_widget_set_halign (GTK_WIDGET (child), GTK_ALIGN_START);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->tags->len > 0);
}

/* A comma of any script ends a tag. */
static GStrv
split (const char *text)
{
  return g_regex_split_simple ("[,，、;；\\n]", text, 0, 0);
}

static gboolean
add_tags (HfTagRow *self, const char *text)
{
  g_auto (GStrv) parts = split (text);
  guint before = self->tags->len;
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *tag = hf_text_trim (parts[i]);
      if (!hf_text_is_blank (tag) && !has_tag (self, tag))
        g_ptr_array_add (self->tags, g_steal_pointer (&tag));
    }
  show_chips (self);
  return self->tags->len > before;
}

static void
take (HfTagRow *self, const char *text)
{
  g_autofree char *taken = g_strdup (text);
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (self->entry, "");
  if (add_tags (self, taken))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static const char *
get_offer (GtkListBoxRow *row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static void
on_offer (HfTagRow *self, GtkListBoxRow *row)
{
  take (self, get_offer (row));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
show_offers (HfTagRow *self, GPtrArray *tags)
{
  GtkWidget *row;
  guint count = 0;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL)
    gtk_list_box_remove (self->offers, row);
  for (guint i = 0; i < tags->len; i++)
    if (!has_tag (self, g_ptr_array_index (tags, i)))
      {
        GtkWidget *label = gtk_label_new (g_ptr_array_index (tags, i));
        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_list_box_append (self->offers, label);
        count++;
      }
  if (count > 0)
    gtk_popover_popup (self->popover);
  else
    gtk_popover_popdown (self->popover);
}

static gpointer
look (HfStoreSession *session, gpointer typed, GError **error)
{
  return hf_store_tags_complete (session, typed, MOST_OFFERED, error);
}

static void
on_looked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (HfTagRow) self = data;
  g_autoptr (GPtrArray) tags = hf_store_run_finish (HF_STORE (store), result, NULL);
  if (tags != NULL && self->store != NULL && *gtk_editable_get_text (self->entry) != '\0')
    show_offers (self, tags);
}

static void
on_typed (HfTagRow *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_auto (GStrv) parts = split (text);
  hf_store_stop_reading (&self->looking);
  if (parts[0] != NULL && parts[1] != NULL)
    {
      take (self, text);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (hf_text_is_blank (text) || self->store == NULL)
    {
      gtk_popover_popdown (self->popover);
      return;
    }
  hf_store_read_newest (self->store, &self->looking, look, g_strdup (text), g_free,
                        (GDestroyNotify) g_ptr_array_unref, on_looked, g_object_ref (self));
}

static void
on_enter (HfTagRow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->offers);
  gboolean offered = gtk_widget_get_visible (GTK_WIDGET (self->popover)) && row != NULL;
  take (self, offered ? get_offer (row) : gtk_editable_get_text (self->entry));
}

/* From one offer to the next, while the cursor stays in the entry. */
static gboolean
move (HfTagRow *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->offers);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return FALSE;
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;
  gtk_list_box_select_row (self->offers, gtk_list_box_get_row_at_index (self->offers, index));
  return TRUE;
}

static gboolean
on_key (HfTagRow *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_BackSpace:
      if (*gtk_editable_get_text (self->entry) != '\0' || self->tags->len == 0)
        return FALSE;
      remove_tag (self, self->tags->len - 1);
      return TRUE;
    case GDK_KEY_Down:
      return move (self, 1);
    case GDK_KEY_Up:
      return move (self, -1);
    case GDK_KEY_Escape:
      if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
        return FALSE;
      gtk_popover_popdown (self->popover);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What was typed and not yet ended is a tag as well. */
static void
on_leave (HfTagRow *self)
{
  take (self, gtk_editable_get_text (self->entry));
}

static gboolean
hf_tag_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_TAG_ROW (widget)->entry));
}

static void
hf_tag_row_dispose (GObject *object)
{
  HfTagRow *self = HF_TAG_ROW (object);
  hf_store_stop_reading (&self->looking);
  g_clear_object (&self->store);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  gtk_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_TAG_ROW);
  G_OBJECT_CLASS (hf_tag_row_parent_class)->dispose (object);
}

static void
hf_tag_row_finalize (GObject *object)
{
  g_ptr_array_unref (HF_TAG_ROW (object)->tags);
  G_OBJECT_CLASS (hf_tag_row_parent_class)->finalize (object);
}

static void
hf_tag_row_class_init (HfTagRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_tag_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = hf_tag_row_finalize;
  widget_class->grab_focus = hf_tag_row_grab_focus;

  /**
   * HfTagRow::changed:
   *
   * The person added or removed a tag, or types one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/hf-tag-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HfTagRow, caption);
  gtk_widget_class_bind_template_child (widget_class, HfTagRow, chips);
  gtk_widget_class_bind_template_child (widget_class, HfTagRow, entry);
  gtk_widget_class_bind_template_child (widget_class, HfTagRow, offers);
  gtk_widget_class_bind_template_child (widget_class, HfTagRow, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_offer);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
hf_tag_row_init (HfTagRow *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->entry));
}

/**
 * hf_tag_row_set_store:
 * @self: a row
 * @store: where tags are in use
 *
 * Completes what is typed from the tags in use.
 */
void
hf_tag_row_set_store (HfTagRow *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * hf_tag_row_set_tags:
 * @self: a row
 * @tags: tags with commas between them
 *
 * Shows tags, without telling.
 */
void
hf_tag_row_set_tags (HfTagRow *self, const char *tags)
{
  g_ptr_array_set_size (self->tags, 0);
  add_tags (self, tags);
}

/**
 * hf_tag_row_dup_tags:
 * @self: a row
 *
 * Gives the tags, also the one that is being typed.
 *
 * Returns: (transfer full): tags with commas between them
 */
char *
hf_tag_row_dup_tags (HfTagRow *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *typed = hf_text_trim (gtk_editable_get_text (self->entry));
  for (guint i = 0; i < self->tags->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "",
                            (char *) g_ptr_array_index (self->tags, i));
  if (!hf_text_is_blank (typed) && !has_tag (self, typed))
    g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", typed);
  return g_string_free (text, FALSE);
}

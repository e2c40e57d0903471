#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hf-guide-condition.h"
#include "hf-guide-form-private.h"
#include "hf-guide-texts.h"
#include "hf-setup-entry.h"
#include "hf-widget.h"

#define ID_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

/* What one element of a guide says and asks: everything about it on one page. */
G_DEFINE_FINAL_TYPE (HfGuideForm, hf_guide_form, GTK_TYPE_WIDGET)

/**
 * hf_guide_form_add_group:
 * @self: the form
 * @title: (nullable): what it holds
 * @description: (nullable): what to know about it
 *
 * Adds a group at the end.
 *
 * Returns: (transfer none): the group
 */
AdwPreferencesGroup *
hf_guide_form_add_group (HfGuideForm *self, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (group, title != NULL ? title : "");
  adw_preferences_group_set_description (group, description);
  gtk_box_append (self->groups, GTK_WIDGET (group));
  return group;
}

/**
 * hf_guide_form_add_text:
 * @self: the form
 * @element: the element that is shown, or one in it
 * @name: such as "note"
 * @title: what the text is
 * @description: (nullable): what to know about it
 * @is_long: whether it may go over several lines
 *
 * Adds a text of which an element has at most one.
 */
void
hf_guide_form_add_text (HfGuideForm *self, HfMarkup *element, const char *name,
                        const char *title, const char *description, gboolean is_long)
{
  AdwPreferencesGroup *group = hf_guide_form_add_group (self, title, description);
  adw_preferences_group_add (
      group, hf_guide_texts_new (self->draft, element, name, 0, title, is_long));
}

typedef struct
{
  HfGuideForm *form;
  const char *name;
  guint index;
} Place;

static void
place_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
on_add_text (GtkWidget *button, const Place *place)
{
  HfGuideForm *self = place->form;
  hf_guide_draft_set_text (self->draft, self->element, place->name, place->index,
                           hf_guide_draft_get_language (self->draft), "");
  hf_guide_form_reload (self);
}

static void
on_remove_text (GtkWidget *button, const Place *place)
{
  HfGuideForm *self = place->form;
  hf_guide_draft_remove_text (self->draft, self->element, place->name, place->index);
  hf_guide_form_reload (self);
}

static GtkWidget *
new_button (HfGuideForm *self, GtkWidget *button, const char *name, guint index,
            GCallback callback)
{
  Place *place = g_new (Place, 1);
  *place = (Place){ self, name, index };
  g_signal_connect_data (button, "clicked", callback, place, place_free, 0);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
new_removable (HfGuideForm *self, const char *name, guint index, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = hf_guide_texts_new (self->draft, self->element, name, index, title, TRUE);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_tooltip_text (remove, _ ("Remove"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box),
                  new_button (self, remove, name, index, G_CALLBACK (on_remove_text)));
  gtk_widget_set_margin_bottom (box, 9);
  return box;
}

/**
 * hf_guide_form_add_texts:
 * @self: the form
 * @name: "text" or "probe"
 * @title: what the texts are
 * @description: what to know about them
 * @add: what the button says that adds one
 *
 * Adds texts of which an element may have several.
 */
void
hf_guide_form_add_texts (HfGuideForm *self, const char *name, const char *title,
                         const char *description, const char *add)
{
  AdwPreferencesGroup *group = hf_guide_form_add_group (self, title, description);
  guint count = hf_guide_draft_count_texts (self->draft, self->element, name);
  for (guint i = 0; i < count; i++)
    adw_preferences_group_add (group, new_removable (self, name, i, title));
  GtkWidget *button = new_button (self, gtk_button_new_with_mnemonic (add), name, count,
                                  G_CALLBACK (on_add_text));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  adw_preferences_group_add (group, button);
}

static void
on_id_changed (GtkEditable *entry, HfGuideForm *self)
{
  const char *id = gtk_editable_get_text (entry);
  gboolean good = *id != '\0' && strspn (id, ID_LETTERS) == strlen (id);
  hf_setup_entry_mark (entry, !good);
  if (!good)
    return;
  hf_markup_set (self->element, "id", id);
  hf_guide_draft_changed (self->draft);
}

static void
add_id (HfGuideForm *self)
{
  AdwPreferencesGroup *group = hf_guide_form_add_group (
      self, _ ("Identifier"),
      _ ("What is asked under one identifier is asked once, in whichever guide. The figures "
         "know some of them."));
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Identifier"));
  gtk_editable_set_text (GTK_EDITABLE (row), hf_markup_get (self->element, "id"));
  g_signal_connect (row, "changed", G_CALLBACK (on_id_changed), self);
  adw_preferences_group_add (group, row);
}

static void
add_question (HfGuideForm *self)
{
  hf_guide_form_add_texts (
      self, "text", _ ("What to say"),
      _ ("The first way is read of which every field is known; one way has no fields. Fields: "
         "{name}, {firm}, {caller}, {branch}, {manager}, {lost_on}, {complained_on}, and an "
         "earlier question’s identifier."),
      _ ("Add Another _Way to Say It"));
  hf_guide_form_add_answer (self);
  hf_guide_form_add_text (self, self->element, "note", _ ("Note for staff"),
                          _ ("Shown, and not read aloud."), TRUE);
  hf_guide_form_add_texts (self, "probe", _ ("To ask deeper"),
                           _ ("Neutral: a probe puts no answer into the customer’s mouth."),
                           _ ("Add a _Probe"));
  gtk_box_append (self->groups, hf_guide_condition_new (self->draft, self->element));
  if (g_strcmp0 (hf_markup_get (self->element, "kind"), "say") != 0)
    hf_guide_form_add_known (self);
  add_id (self);
}

static void
fill (HfGuideForm *self)
{
  if (strcmp (self->element->name, "question") == 0)
    {
      add_question (self);
      return;
    }
  hf_guide_form_add_text (self, self->element, "title", _ ("Title"), NULL, FALSE);
  if (strcmp (self->element->name, "part") == 0)
    gtk_box_append (self->groups, hf_guide_condition_new (self->draft, self->element));
  if (strcmp (self->element->name, "objection") == 0)
    hf_guide_form_add_texts (
        self, "text", _ ("What to answer"),
        _ ("It informs and never presses. The first four objections are on "
           "F6 to F9."),
        _ ("Add Another _Way to Say It"));
}

static gboolean
on_reload (gpointer data)
{
  HfGuideForm *self = data;
  self->reload_source = 0;
  if (self->element != NULL)
    hf_guide_form_show (self, self->draft, self->element);
  return G_SOURCE_REMOVE;
}

/**
 * hf_guide_form_reload:
 * @self: the form
 *
 * Shows the same element anew, because it has other fields now; not before the event is over
 * that asked for it.
 */
void
hf_guide_form_reload (HfGuideForm *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_idle_add (on_reload, self);
}

static void
hf_guide_form_dispose (GObject *object)
{
  HfGuideForm *self = HF_GUIDE_FORM (object);
  g_clear_handle_id (&self->reload_source, g_source_remove);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_GUIDE_FORM);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (hf_guide_form_parent_class)->dispose (object);
}

static void
hf_guide_form_class_init (HfGuideFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_guide_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-guide-form.ui");
  gtk_widget_class_bind_template_child (widget_class, HfGuideForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, HfGuideForm, groups);
}

static void
hf_guide_form_init (HfGuideForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_guide_form_show:
 * @self: the form
 * @draft: a draft
 * @element: the guide, or one of its objections, parts and questions
 *
 * Shows an element; what is typed is written into the draft.
 */
void
hf_guide_form_show (HfGuideForm *self, HfGuideDraft *draft, HfMarkup *element)
{
  gboolean same = self->element == element;
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  hf_widget_empty_box (self->groups);
  g_set_object (&self->draft, draft);
  self->element = element;
  fill (self);
  if (!same)
    gtk_adjustment_set_value (place, 0);
}

/**
 * hf_guide_form_get_element:
 * @self: the form
 *
 * Tells what is shown.
 *
 * Returns: (transfer none) (nullable): an element of the draft
 */
HfMarkup *
hf_guide_form_get_element (HfGuideForm *self)
{
  return self->element;
}

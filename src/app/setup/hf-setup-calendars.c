#include "config.h"

#include "hf-setup-calendars.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-calendar-editor.h"
#include "hf-calendar-words.h"
#include "hf-store-calendars.h"
#include "hf-store-settings.h"
#include "hf-time.h"

/* When the firm and its branches work. */
struct _HfSetupCalendars
{
  HfSetupSection parent_instance;

  AdwComboRow *usual;
  GtkStringList *names;
  GtkListBox *list;
  GtkWidget *none;

  GPtrArray *calendars; /* (element-type HfWorkCalendar), as they are listed */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (HfSetupCalendars, hf_setup_calendars, HF_TYPE_SETUP_SECTION)

typedef struct
{
  GPtrArray *calendars;
  gint64 usual_id;
} Calendars;

static void
calendars_free (gpointer data)
{
  Calendars *self = data;
  g_clear_pointer (&self->calendars, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Calendars, calendars_free)

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (Calendars) loaded = g_new0 (Calendars, 1);
  loaded->calendars = hf_store_calendars_list (session, error);
  return loaded->calendars != NULL
                 && hf_store_calendars_get_usual (session, &loaded->usual_id, error)
             ? g_steal_pointer (&loaded)
             : NULL;
}

static gpointer
save_usual (HfStoreSession *session, gpointer id, GError **error)
{
  return hf_store_settings_set (session, HF_SETTING_CALENDAR, id, error) ? HF_STORE_DONE : NULL;
}

static void
on_usual (HfSetupCalendars *self)
{
  guint selected = adw_combo_row_get_selected (self->usual);
  if (self->filling || selected > self->calendars->len)
    return;
  gint64 id = selected > 0
                  ? ((HfWorkCalendar *) g_ptr_array_index (self->calendars, selected - 1))->id
                  : 0;
  hf_setup_section_save (HF_SETUP_SECTION (self), save_usual,
                         g_strdup_printf ("%" G_GINT64_FORMAT, id), g_free,
                         _ ("The firm’s calendar saved"));
}

static void
add_row (HfSetupCalendars *self, HfWorkCalendar *calendar)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *today = hf_time_today ();
  g_autofree char *summary = hf_calendar_words_summary (calendar);
  g_autofree char *missing = hf_calendar_words_missing (calendar, today);
  g_autofree char *words = missing != NULL ? g_strdup_printf ("%s\n%s", summary, missing)
                                           : g_strdup (summary);
  g_object_set (row, "use-markup", FALSE, "title", calendar->name, "subtitle", words,
                "subtitle-lines", 0, "activatable", TRUE, NULL);
  if (missing != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("hf-warning-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_list_box_append (self->list, row);
}

static void
show_usual (HfSetupCalendars *self, gint64 usual_id)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  guint selected = 0;
  gtk_string_list_splice (self->names, 1, n_items - 1, NULL);
  for (guint i = 0; i < self->calendars->len; i++)
    {
      const HfWorkCalendar *calendar = g_ptr_array_index (self->calendars, i);
      gtk_string_list_append (self->names, calendar->name);
      if (calendar->id == usual_id)
        selected = i + 1;
    }
  adw_combo_row_set_selected (self->usual, selected);
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupCalendars *self = HF_SETUP_CALENDARS (section);
  const Calendars *calendars = loaded;
  GtkWidget *row;
  self->filling = TRUE;
  g_ptr_array_unref (self->calendars);
  self->calendars = g_ptr_array_ref (calendars->calendars);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->calendars->len; i++)
    add_row (self, g_ptr_array_index (self->calendars, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->calendars->len > 0);
  gtk_widget_set_visible (self->none, self->calendars->len == 0);
  show_usual (self, calendars->usual_id);
  self->filling = FALSE;
}

static void
edit (HfSetupCalendars *self, HfWorkCalendar *calendar)
{
  HfStore *store = hf_setup_section_get_store (HF_SETUP_SECTION (self));
  gtk_window_present (GTK_WINDOW (
      hf_calendar_editor_new (GTK_WIDGET (self), store, calendar, self->calendars)));
}

static void
on_activated (HfSetupCalendars *self, GtkListBoxRow *row)
{
  edit (self, g_ptr_array_index (self->calendars, gtk_list_box_row_get_index (row)));
}

static void
add_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  edit (HF_SETUP_CALENDARS (widget), NULL);
}

static void
hf_setup_calendars_dispose (GObject *object)
{
  HF_SETUP_CALENDARS (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_CALENDARS);
  G_OBJECT_CLASS (hf_setup_calendars_parent_class)->dispose (object);
}

static void
hf_setup_calendars_finalize (GObject *object)
{
  g_ptr_array_unref (HF_SETUP_CALENDARS (object)->calendars);
  G_OBJECT_CLASS (hf_setup_calendars_parent_class)->finalize (object);
}

static void
hf_setup_calendars_class_init (HfSetupCalendarsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  object_class->dispose = hf_setup_calendars_dispose;
  object_class->finalize = hf_setup_calendars_finalize;
  section_class->topics = HF_STORE_SETTINGS;
  section_class->load = load;
  section_class->free_loaded = calendars_free;
  section_class->show = show;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/setup/hf-setup-calendars.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalendars, usual);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalendars, names);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalendars, list);
  gtk_widget_class_bind_template_child (widget_class, HfSetupCalendars, none);
  gtk_widget_class_bind_template_callback (widget_class, on_usual);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "section.add-calendar", NULL, add_calendar);
}

static void
hf_setup_calendars_init (HfSetupCalendars *self)
{
  self->calendars = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

#include "config.h"

#include "hf-setup-staff.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-setup-editor.h"
#include "hf-setup-words.h"
#include "hf-store-calendars.h"
#include "hf-store-staff.h"
#include "hf-text.h"
#include "hf-widget.h"

/* Who works here, and in which branches. */
struct _HfSetupStaff
{
  HfSetupSection parent_instance;

  GtkListBox *branch_list;
  GtkListBox *staff_list;
  GtkWidget *no_branches;
  GtkWidget *no_staff;

  GPtrArray *branches;  /* (element-type HfBranch) */
  GPtrArray *staff;     /* (element-type HfStaff) */
  GPtrArray *calendars; /* (element-type HfWorkCalendar) */
};

G_DEFINE_FINAL_TYPE (HfSetupStaff, hf_setup_staff, HF_TYPE_SETUP_SECTION)

typedef struct
{
  GPtrArray *branches;
  GPtrArray *staff;
  GPtrArray *calendars;
} People;

static void
people_free (gpointer data)
{
  People *people = data;
  g_clear_pointer (&people->branches, g_ptr_array_unref);
  g_clear_pointer (&people->staff, g_ptr_array_unref);
  g_clear_pointer (&people->calendars, g_ptr_array_unref);
  g_free (people);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (People, people_free)

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (People) people = g_new0 (People, 1);
  people->branches = hf_store_branches_list (session, error);
  if (people->branches == NULL)
    return NULL;
  people->calendars = hf_store_calendars_list (session, error);
  if (people->calendars == NULL)
    return NULL;
  people->staff = hf_store_staff_list (session, error);
  return people->staff != NULL ? g_steal_pointer (&people) : NULL;
}

static void
add_row (GtkListBox *list, const char *name, const char *words, gboolean active)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-edit-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (!active)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_list_box_append (list, row);
}

static void
show (HfSetupSection *section, gpointer loaded)
{
  HfSetupStaff *self = HF_SETUP_STAFF (section);
  const People *people = loaded;
  hf_widget_empty_list (self->branch_list);
  hf_widget_empty_list (self->staff_list);
  for (guint i = 0; i < people->branches->len; i++)
    {
      const HfBranch *branch = g_ptr_array_index (people->branches, i);
      g_autofree char *words = hf_setup_words_branch (branch);
      add_row (self->branch_list, branch->name, words, branch->active);
    }
  for (guint i = 0; i < people->staff->len; i++)
    {
      const HfStaff *member = g_ptr_array_index (people->staff, i);
      g_autofree char *words = hf_setup_words_staff (member);
      add_row (self->staff_list, member->name, words, member->active);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->branch_list), people->branches->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->staff_list), people->staff->len > 0);
  gtk_widget_set_visible (self->no_branches, people->branches->len == 0);
  gtk_widget_set_visible (self->no_staff, people->staff->len == 0);
  g_ptr_array_unref (self->branches);
  g_ptr_array_unref (self->staff);
  self->branches = g_ptr_array_ref (people->branches);
  self->staff = g_ptr_array_ref (people->staff);
  g_ptr_array_unref (self->calendars);
  self->calendars = g_ptr_array_ref (people->calendars);
}

static gpointer
save_branch (HfStoreSession *session, gpointer branch, GError **error)
{
  return hf_store_branches_save (session, branch, error) ? HF_STORE_DONE : NULL;
}

static gpointer
save_staff (HfStoreSession *session, gpointer staff, GError **error)
{
  return hf_store_staff_save (session, staff, error) ? HF_STORE_DONE : NULL;
}

/* What the editor was opened for; its key and revision are 0 for somebody new. */
typedef struct
{
  HfSetupStaff *section;
  gint64 id;
  gint64 revision;
} Edited;

static void
edited_free (gpointer data, GClosure *closure)
{
  Edited *edited = data;
  g_object_unref (edited->section);
  g_free (edited);
}

static void
on_branch_response (HfSetupEditor *editor, const char *response, Edited *edited)
{
  if (!g_str_equal (response, HF_SETUP_EDITOR_SAVE))
    return;
  HfBranch *branch = hf_branch_new ();
  branch->id = edited->id;
  branch->revision = edited->revision;
  hf_text_set (&branch->code, hf_setup_editor_get_code (editor));
  hf_text_set (&branch->name, hf_setup_editor_get_name (editor));
  hf_text_set (&branch->region, hf_setup_editor_get_region (editor));
  branch->time_zone = hf_setup_editor_get_zone (editor);
  branch->calendar_id = hf_setup_editor_get_calendar_id (editor);
  branch->active = hf_setup_editor_get_active (editor);
  hf_setup_section_save (HF_SETUP_SECTION (edited->section), save_branch, branch,
                         g_object_unref, _ ("Branch saved"));
}

static void
on_staff_response (HfSetupEditor *editor, const char *response, Edited *edited)
{
  if (!g_str_equal (response, HF_SETUP_EDITOR_SAVE))
    return;
  HfStaff *member = hf_staff_new ();
  member->id = edited->id;
  member->revision = edited->revision;
  hf_text_set (&member->code, hf_setup_editor_get_code (editor));
  hf_text_set (&member->name, hf_setup_editor_get_name (editor));
  member->branch_id = hf_setup_editor_get_branch_id (editor);
  member->is_manager = hf_setup_editor_get_manager (editor);
  member->active = hf_setup_editor_get_active (editor);
  hf_setup_section_save (HF_SETUP_SECTION (edited->section), save_staff, member, g_object_unref,
                         _ ("Member of staff saved"));
}

static void
present (HfSetupStaff *self, HfSetupEditor *editor, GCallback response, gint64 id,
         gint64 revision)
{
  Edited *edited = g_new (Edited, 1);
  *edited = (Edited){ g_object_ref (self), id, revision };
  g_signal_connect_data (editor, "response", response, edited, edited_free, 0);
  gtk_window_present (GTK_WINDOW (editor));
}

static GStrv
list_branch_codes (HfSetupStaff *self, const HfBranch *but)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  for (guint i = 0; i < self->branches->len; i++)
    if (g_ptr_array_index (self->branches, i) != but)
      g_strv_builder_add (codes, ((HfBranch *) g_ptr_array_index (self->branches, i))->code);
  return g_strv_builder_end (codes);
}

static GStrv
list_staff_codes (HfSetupStaff *self, const HfStaff *but)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  for (guint i = 0; i < self->staff->len; i++)
    if (g_ptr_array_index (self->staff, i) != but)
      g_strv_builder_add (codes, ((HfStaff *) g_ptr_array_index (self->staff, i))->code);
  return g_strv_builder_end (codes);
}

static void
edit_branch (HfSetupStaff *self, const HfBranch *branch)
{
  HfSetupEditor *editor = hf_setup_editor_new (
      GTK_WIDGET (self), branch != NULL ? _ ("Change Branch") : _ ("New Branch"),
      list_branch_codes (self, branch));
  if (branch != NULL)
    hf_setup_editor_fill (editor, branch->code, branch->name, branch->active);
  hf_setup_editor_ask_place (editor, branch != NULL ? branch->region : NULL,
                             branch != NULL ? branch->time_zone : NULL);
  hf_setup_editor_ask_calendar (editor, self->calendars,
                                branch != NULL ? branch->calendar_id : 0);
  present (self, editor, G_CALLBACK (on_branch_response), branch != NULL ? branch->id : 0,
           branch != NULL ? branch->revision : 0);
}

static void
edit_staff (HfSetupStaff *self, const HfStaff *member)
{
  HfSetupEditor *editor = hf_setup_editor_new (GTK_WIDGET (self),
                                               member != NULL ? _ ("Change Member of Staff")
                                                              : _ ("New Member of Staff"),
                                               list_staff_codes (self, member));
  if (member != NULL)
    hf_setup_editor_fill (editor, member->code, member->name, member->active);
  hf_setup_editor_ask_branch (editor, self->branches, member != NULL ? member->branch_id : 0);
  hf_setup_editor_ask_manager (editor, member != NULL && member->is_manager);
  present (self, editor, G_CALLBACK (on_staff_response), member != NULL ? member->id : 0,
           member != NULL ? member->revision : 0);
}

static void
on_branch_activated (HfSetupStaff *self, GtkListBoxRow *row)
{
  edit_branch (self, g_ptr_array_index (self->branches, gtk_list_box_row_get_index (row)));
}

static void
on_staff_activated (HfSetupStaff *self, GtkListBoxRow *row)
{
  edit_staff (self, g_ptr_array_index (self->staff, gtk_list_box_row_get_index (row)));
}

static void
add_branch (GtkWidget *widget, const char *action, GVariant *parameter)
{
  edit_branch (HF_SETUP_STAFF (widget), NULL);
}

static void
add_staff (GtkWidget *widget, const char *action, GVariant *parameter)
{
  edit_staff (HF_SETUP_STAFF (widget), NULL);
}

static void
hf_setup_staff_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_STAFF);
  G_OBJECT_CLASS (hf_setup_staff_parent_class)->dispose (object);
}

static void
hf_setup_staff_finalize (GObject *object)
{
  HfSetupStaff *self = HF_SETUP_STAFF (object);
  g_ptr_array_unref (self->branches);
  g_ptr_array_unref (self->staff);
  g_ptr_array_unref (self->calendars);
  G_OBJECT_CLASS (hf_setup_staff_parent_class)->finalize (object);
}

static void
hf_setup_staff_class_init (HfSetupStaffClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  object_class->dispose = hf_setup_staff_dispose;
  object_class->finalize = hf_setup_staff_finalize;
  section_class->topics = HF_STORE_STAFF | HF_STORE_SETTINGS;
  section_class->load = load;
  section_class->free_loaded = people_free;
  section_class->show = show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-staff.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupStaff, branch_list);
  gtk_widget_class_bind_template_child (widget_class, HfSetupStaff, staff_list);
  gtk_widget_class_bind_template_child (widget_class, HfSetupStaff, no_branches);
  gtk_widget_class_bind_template_child (widget_class, HfSetupStaff, no_staff);
  gtk_widget_class_bind_template_callback (widget_class, on_branch_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_staff_activated);
  gtk_widget_class_install_action (widget_class, "section.add-branch", NULL, add_branch);
  gtk_widget_class_install_action (widget_class, "section.add-staff", NULL, add_staff);
}

static void
hf_setup_staff_init (HfSetupStaff *self)
{
  self->branches = g_ptr_array_new ();
  self->staff = g_ptr_array_new ();
  self->calendars = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

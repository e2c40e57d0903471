#include "config.h"

#include "hf-setup-ladder.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "hf-ladder-row.h"
#include "hf-store-act.h"
#include "hf-store-ladder.h"
#include "hf-store-promise-rules.h"
#include "hf-store-staff.h"
#include "hf-widget.h"

/* Who is told when complaints wait too long, step by step. What does not hold is not stored,
 * and the section says what is wrong with it. */
struct _HfSetupLadder
{
  HfSetupSection parent_instance;

  GtkListBox *list;
  GtkWidget *none;
  GtkLabel *problem;

  GPtrArray *ladder; /* (element-type HfEscalationStep): as it shows; NULL before it does */
  GPtrArray *staff;  /* (element-type HfStaff) */
  HfPromiseRules rules;
  gboolean wrong; /* what shows does not hold, and is not stored */
};

G_DEFINE_FINAL_TYPE (HfSetupLadder, hf_setup_ladder, HF_TYPE_SETUP_SECTION)

typedef struct
{
  GPtrArray *ladder;
  GPtrArray *staff;
  HfPromiseRules rules;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *self = data;
  g_clear_pointer (&self->ladder, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (Loaded) self = g_new0 (Loaded, 1);
  if (!hf_store_promise_rules_get (session, &self->rules, error))
    return NULL;
  self->ladder = hf_store_ladder_get (session, error);
  if (self->ladder != NULL)
    self->staff = hf_store_staff_list (session, error);
  return self->staff != NULL ? g_steal_pointer (&self) : NULL;
}

static gpointer
save (HfStoreSession *session, gpointer ladder, GError **error)
{
  return hf_store_ladder_save (session, ladder, error) ? HF_STORE_DONE : NULL;
}

static gboolean
is_same (const GPtrArray *one, const GPtrArray *other)
{
  g_autofree char *first = hf_escalation_ladder_format (one);
  g_autofree char *second = hf_escalation_ladder_format (other);
  return strcmp (first, second) == 0;
}

static void
offer_reset (HfSetupLadder *self)
{
  g_autoptr (GPtrArray) usual = hf_escalation_ladder_new_starter ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "section.reset-ladder",
                                 !is_same (self->ladder, usual));
}

static void
say_what_is_wrong (HfSetupLadder *self)
{
  g_autoptr (GError) error = NULL;
  self->wrong = !hf_escalation_ladder_check (self->ladder, &self->rules, &error);
  g_autofree char *words = self->wrong
                               /* Translators: what is wrong with the ladder. */
                               ? g_strdup_printf (_ ("Not saved yet. %s"), error->message)
                               : g_strdup ("");
  gtk_label_set_text (self->problem, words);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), self->wrong);
}

static void
keep (HfSetupLadder *self)
{
  say_what_is_wrong (self);
  offer_reset (self);
  if (!self->wrong)
    hf_setup_section_save (HF_SETUP_SECTION (self), save,
                           hf_escalation_ladder_copy (self->ladder),
                           (GDestroyNotify) g_ptr_array_unref, NULL);
}

static void
on_edited (HfSetupLadder *self, HfLadderRow *row)
{
  guint place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  hf_escalation_step_free (self->ladder->pdata[place]);
  self->ladder->pdata[place] = hf_escalation_step_copy (hf_ladder_row_get_step (row));
  keep (self);
}

/* The step that was opened stays so, wherever it goes. */
static void
show_rows (HfSetupLadder *self, int opened)
{
  hf_widget_empty_list (self->list);
  for (guint i = 0; i < self->ladder->len; i++)
    {
      GtkWidget *row = hf_ladder_row_new (self->ladder->pdata[i], i, self->ladder->len,
                                          self->staff);
      g_signal_connect_swapped (row, "edited", G_CALLBACK (on_edited), self);
      gtk_list_box_append (self->list, row);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), (int) i == opened);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->ladder->len > 0);
  gtk_widget_set_visible (self->none, self->ladder->len == 0);
  if (opened >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, opened)));
}

/* What is being changed and does not hold yet is not taken away. */
static void
show (HfSetupSection *section, gpointer data)
{
  HfSetupLadder *self = HF_SETUP_LADDER (section);
  const Loaded *loaded = data;
  self->rules = loaded->rules;
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  self->staff = g_ptr_array_ref (loaded->staff);
  if (self->ladder != NULL && (self->wrong || is_same (self->ladder, loaded->ladder)))
    return;
  g_clear_pointer (&self->ladder, g_ptr_array_unref);
  self->ladder = hf_escalation_ladder_copy (loaded->ladder);
  show_rows (self, -1);
  say_what_is_wrong (self);
  offer_reset (self);
}

static void
swap (HfSetupLadder *self, guint place, guint other)
{
  gpointer step = self->ladder->pdata[place];
  self->ladder->pdata[place] = self->ladder->pdata[other];
  self->ladder->pdata[other] = step;
  show_rows (self, (int) other);
  keep (self);
}

static void
move_up (GtkWidget *widget, const char *action, GVariant *place)
{
  swap (HF_SETUP_LADDER (widget), g_variant_get_uint32 (place),
        g_variant_get_uint32 (place) - 1);
}

static void
move_down (GtkWidget *widget, const char *action, GVariant *place)
{
  swap (HF_SETUP_LADDER (widget), g_variant_get_uint32 (place),
        g_variant_get_uint32 (place) + 1);
}

static void
add_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HfSetupLadder *self = HF_SETUP_LADDER (widget);
  HfEscalationStep *step = g_new0 (HfEscalationStep, 1);
  step->code = hf_escalation_ladder_new_code (self->ladder);
  step->name = g_strdup (_ ("New step"));
  step->clock = HF_ESCALATION_SOLUTION;
  step->when = HF_ESCALATION_SHARE;
  step->amount = 400;
  step->tells = 1u << HF_ESCALATION_MANAGERS;
  step->classes = HF_ESCALATION_ALL_CLASSES;
  g_ptr_array_add (self->ladder, step);
  show_rows (self, (int) self->ladder->len - 1);
  keep (self);
}

/* A ladder, and the one before it. */
typedef struct
{
  GPtrArray *after;
  GPtrArray *before;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;
  g_ptr_array_unref (change->after);
  g_ptr_array_unref (change->before);
  g_free (change);
}

static gpointer
make_change (HfStoreSession *session, gpointer change, GError **error)
{
  return save (session, ((Change *) change)->after, error);
}

static gpointer
undo_change (HfStoreSession *session, gpointer change, GError **error)
{
  return save (session, ((Change *) change)->before, error);
}

/* The section looks at the store again, as its settings change. */
static void
change_to (HfSetupLadder *self, GPtrArray *after, const char *words)
{
  Change *change = g_new0 (Change, 1);
  change->after = after;
  change->before = hf_escalation_ladder_copy (self->ladder);
  self->wrong = FALSE;
  hf_store_act_run (GTK_WIDGET (self), hf_setup_section_get_store (HF_SETUP_SECTION (self)),
                    make_change, undo_change, change, change_free, words);
}

static void
remove_step (GtkWidget *widget, const char *action, GVariant *place)
{
  HfSetupLadder *self = HF_SETUP_LADDER (widget);
  GPtrArray *after = hf_escalation_ladder_copy (self->ladder);
  g_ptr_array_remove_index (after, g_variant_get_uint32 (place));
  change_to (self, after, _ ("Step removed"));
}

static void
reset (GtkWidget *widget, const char *action, GVariant *parameter)
{
  change_to (HF_SETUP_LADDER (widget), hf_escalation_ladder_new_starter (),
             _ ("The usual ladder is back"));
}

static void
hf_setup_ladder_dispose (GObject *object)
{
  HfSetupLadder *self = HF_SETUP_LADDER (object);
  g_clear_pointer (&self->ladder, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_SETUP_LADDER);
  G_OBJECT_CLASS (hf_setup_ladder_parent_class)->dispose (object);
}

static void
hf_setup_ladder_class_init (HfSetupLadderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HfSetupSectionClass *section_class = HF_SETUP_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_setup_ladder_dispose;
  section_class->topics = HF_STORE_SETTINGS | HF_STORE_STAFF;
  section_class->load = load;
  section_class->free_loaded = loaded_free;
  section_class->show = show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/setup/hf-setup-ladder.ui");
  gtk_widget_class_bind_template_child (widget_class, HfSetupLadder, list);
  gtk_widget_class_bind_template_child (widget_class, HfSetupLadder, none);
  gtk_widget_class_bind_template_child (widget_class, HfSetupLadder, problem);
  gtk_widget_class_install_action (widget_class, "section.add-step", NULL, add_step);
  gtk_widget_class_install_action (widget_class, "section.move-up", "u", move_up);
  gtk_widget_class_install_action (widget_class, "section.move-down", "u", move_down);
  gtk_widget_class_install_action (widget_class, "section.remove-step", "u", remove_step);
  gtk_widget_class_install_action (widget_class, "section.reset-ladder", NULL, reset);
}

static void
hf_setup_ladder_init (HfSetupLadder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

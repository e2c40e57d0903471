#include "config.h"

#include "hf-complaint-escalation.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hf-escalation-act.h"
#include "hf-escalation-closures.h"
#include "hf-staff.h"
#include "hf-store-staff.h"
#include "hf-time.h"
#include "hf-widget.h"
#include "hf-wrap-box.h"

/* How far up the ladder an open complaint is, which step comes next, who deals with it, and
 * what can be done about that. */
struct _HfComplaintEscalation
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *take;
  GtkMenuButton *hand_over;

  HfStore *store;
  HfComplaint *complaint; /* NULL before the first look */
  GPtrArray *staff;       /* (element-type HfStaff) */
};

G_DEFINE_FINAL_TYPE (HfComplaintEscalation, hf_complaint_escalation, GTK_TYPE_WIDGET)

static void
add_row (HfComplaintEscalation *self, const char *title, const char *subtitle,
         const char *icon_name)
{
  GtkWidget *row = adw_action_row_new ();
  g_object_set (row, "title", title, "subtitle", subtitle, "use-markup", FALSE, "title-lines",
                0, "subtitle-lines", 0, NULL);
  if (icon_name != NULL)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  gtk_list_box_append (self->list, row);
}

/* The highest step of what still runs: a deadline that was promised anew took its own along. */
static const HfEscalation *
find_highest (const HfComplaintCase *shown)
{
  const HfComplaint *complaint = shown->complaint;
  const HfEscalation *highest = NULL;
  for (guint i = 0; i < shown->escalations->len; i++)
    {
      const HfEscalation *step = shown->escalations->pdata[i];
      gint64 due_at = step->clock == HF_ESCALATION_SOLUTION    ? complaint->due_at
                      : step->clock == HF_ESCALATION_NEXT_WORD ? complaint->next_word_by
                      : complaint->acknowledged_at == 0        ? complaint->respond_by
                                                               : 0;
      if (step->due_at == due_at && (highest == NULL || step->place >= highest->place))
        highest = step;
    }
  return highest;
}

static void
add_highest (HfComplaintEscalation *self, const HfComplaintCase *shown,
             const HfEscalation *highest)
{
  g_autofree char *reached = hf_escalation_words_reached (highest, shown->next_step.n_steps);
  g_autofree char *taken = hf_escalation_words_taken (highest);
  g_autofree char *both = taken != NULL ? g_strjoin ("\n", reached, taken, NULL) : NULL;
  add_row (self, hf_escalation_name (highest->step, highest->name),
           both != NULL ? both : reached, highest->is_raised ? "hf-warning-symbolic" : NULL);
}

static void
add_next (HfComplaintEscalation *self, const HfComplaintCase *shown)
{
  const HfEscalationNext *next = &shown->next_step;
  if (next->name == NULL)
    return;
  /* Translators: a step of the escalation, such as "Overdue twice over, to all managers". */
  g_autofree char *title = g_strdup_printf (_ ("Next: %s"), next->name);
  g_autofree char *words = hf_escalation_words_next (next->at, hf_time_now ());
  add_row (self, title, words, NULL);
}

static void
add_handler (HfComplaintEscalation *self, const HfComplaintCase *shown)
{
  const HfComplaint *complaint = shown->complaint;
  const char *name = complaint->handler != NULL ? complaint->handler : complaint->taken_by;
  add_row (self, _ ("Dealt with by"), name != NULL ? name : _ ("Nobody was named"), NULL);
}

/* Those of the branch stand first. */
static void
fill_menu (HfComplaintEscalation *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), near = g_menu_new (), far = g_menu_new ();
  const HfComplaint *complaint = self->complaint;
  gint64 handler_id = complaint->handler_id != 0 ? complaint->handler_id
                                                 : complaint->taken_by_id;
  for (guint i = 0; i < self->staff->len; i++)
    {
      const HfStaff *member = self->staff->pdata[i];
      if (!member->active || member->id == handler_id)
        continue;
      g_autoptr (GMenuItem) item = g_menu_item_new (member->name, NULL);
      g_menu_item_set_action_and_target (item, "escalation.hand-over", "x", member->id);
      g_menu_append_item (member->branch_id == complaint->branch_id ? near : far, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (near));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (far));
  gtk_menu_button_set_menu_model (self->hand_over, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->hand_over),
                          g_menu_model_get_n_items (G_MENU_MODEL (near))
                                  + g_menu_model_get_n_items (G_MENU_MODEL (far))
                              > 0);
}

static void
take (GtkWidget *widget, const char *action, GVariant *parameter)
{
  hf_complaint_escalation_take (HF_COMPLAINT_ESCALATION (widget));
}

static void
hand_over (GtkWidget *widget, const char *action, GVariant *id)
{
  HfComplaintEscalation *self = HF_COMPLAINT_ESCALATION (widget);
  for (guint i = 0; i < self->staff->len; i++)
    {
      const HfStaff *member = self->staff->pdata[i];
      if (member->id == g_variant_get_int64 (id))
        hf_escalation_act_hand_over (widget, self->store, self->complaint, member->id,
                                     member->name);
    }
}

static void
hf_complaint_escalation_dispose (GObject *object)
{
  HfComplaintEscalation *self = HF_COMPLAINT_ESCALATION (object);
  g_clear_object (&self->store);
  g_clear_object (&self->complaint);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  hf_widget_dispose_template (GTK_WIDGET (self), HF_TYPE_COMPLAINT_ESCALATION);
  G_OBJECT_CLASS (hf_complaint_escalation_parent_class)->dispose (object);
}

static void
hf_complaint_escalation_class_init (HfComplaintEscalationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_complaint_escalation_dispose;

  g_type_ensure (HF_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/huifang/Huifang/complaints/hf-complaint-escalation.ui");
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEscalation, list);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEscalation, take);
  gtk_widget_class_bind_template_child (widget_class, HfComplaintEscalation, hand_over);
  gtk_widget_class_install_action (widget_class, "escalation.take", NULL, take);
  gtk_widget_class_install_action (widget_class, "escalation.hand-over", "x", hand_over);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_complaint_escalation_init (HfComplaintEscalation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_complaint_escalation_set_store:
 * @self: the escalation
 * @store: where complaints are
 *
 * Gives it its store.
 */
void
hf_complaint_escalation_set_store (HfComplaintEscalation *self, HfStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * hf_complaint_escalation_show:
 * @self: the escalation
 * @shown: a complaint with what belongs to it
 *
 * Shows how far up the ladder a complaint is. Of one that is answered nothing shows but its
 * history.
 */
void
hf_complaint_escalation_show (HfComplaintEscalation *self, const HfComplaintCase *shown)
{
  const HfEscalation *highest = find_highest (shown);
  g_set_object (&self->complaint, shown->complaint);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  self->staff = g_ptr_array_ref (shown->staff);
  hf_widget_empty_list (self->list);
  if (highest != NULL)
    add_highest (self, shown, highest);
  add_next (self, shown);
  add_handler (self, shown);
  fill_menu (self);
  gtk_widget_set_visible (self->take, highest != NULL && highest->taken_at == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "escalation.take",
                                 gtk_widget_get_visible (self->take));
  gtk_widget_set_visible (GTK_WIDGET (self), shown->complaint->status < HF_COMPLAINT_RESPONDED);
}

/**
 * hf_complaint_escalation_take:
 * @self: the escalation
 *
 * Notes that who works here takes care of the complaint that shows.
 *
 * Returns: whether there was something to take care of
 */
gboolean
hf_complaint_escalation_take (HfComplaintEscalation *self)
{
  if (self->complaint == NULL || !gtk_widget_get_visible (GTK_WIDGET (self))
      || !gtk_widget_get_visible (self->take))
    return FALSE;
  hf_escalation_act_take (GTK_WIDGET (self), self->store, self->complaint->id);
  return TRUE;
}

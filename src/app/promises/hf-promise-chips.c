#include "config.h"

#include "hf-promise-chips.h"

#include <glib/gi18n.h>

#include "hf-wrap-box.h"

#define CHIP_SPACING 6

/* Chooses which promises show, and says how many there are. */
struct _HfPromiseChips
{
  GtkWidget parent_instance;

  GtkWidget *flow;
  GtkToggleButton *chips[HF_PROMISES_N_SHOWN];
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfPromiseChips, hf_promise_chips, GTK_TYPE_WIDGET)

static void
on_toggled (HfPromiseChips *self, GtkToggleButton *chip)
{
  if (gtk_toggle_button_get_active (chip))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
hf_promise_chips_grab_focus (GtkWidget *widget)
{
  HfPromiseChips *self = HF_PROMISE_CHIPS (widget);
  return gtk_widget_grab_focus (GTK_WIDGET (self->chips[hf_promise_chips_get_chosen (self)]));
}

static void
hf_promise_chips_dispose (GObject *object)
{
  HfPromiseChips *self = HF_PROMISE_CHIPS (object);
  if (self->flow != NULL)
    gtk_widget_unparent (self->flow);
  self->flow = NULL;
  G_OBJECT_CLASS (hf_promise_chips_parent_class)->dispose (object);
}

static void
hf_promise_chips_class_init (HfPromiseChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_promise_chips_dispose;
  widget_class->grab_focus = hf_promise_chips_grab_focus;

  /* Others are to show. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_chip (HfPromiseChips *self, guint show)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (hf_choice_label (hf_promise_shows, show));
  self->chips[show] = GTK_TOGGLE_BUTTON (chip);
  gtk_widget_add_css_class (chip, "chip");
  if (show > 0)
    gtk_toggle_button_set_group (self->chips[show], self->chips[0]);
  gtk_widget_set_parent (chip, self->flow);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

static void
hf_promise_chips_init (HfPromiseChips *self)
{
  self->flow = hf_wrap_box_new (CHIP_SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Which promises"), -1);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  for (guint show = 0; show < HF_PROMISES_N_SHOWN; show++)
    add_chip (self, show);
  gtk_toggle_button_set_active (self->chips[HF_PROMISES_OPEN], TRUE);
}

/**
 * hf_promise_chips_choose:
 * @self: the chips
 * @show: which promises
 *
 * Chooses which promises show.
 */
void
hf_promise_chips_choose (HfPromiseChips *self, HfPromiseShow show)
{
  gtk_toggle_button_set_active (self->chips[show], TRUE);
}

/**
 * hf_promise_chips_get_chosen:
 * @self: the chips
 *
 * Tells which promises show.
 *
 * Returns: which
 */
HfPromiseShow
hf_promise_chips_get_chosen (HfPromiseChips *self)
{
  for (guint show = 0; show < HF_PROMISES_N_SHOWN; show++)
    if (gtk_toggle_button_get_active (self->chips[show]))
      return show;
  return HF_PROMISES_OPEN;
}

/**
 * hf_promise_chips_set_counts:
 * @self: the chips
 * @counts: how many promises each would show
 *
 * Says how many there are.
 */
void
hf_promise_chips_set_counts (HfPromiseChips *self, const gint64 counts[HF_PROMISES_N_SHOWN])
{
  for (guint show = 0; show < HF_PROMISES_N_SHOWN; show++)
    {
      const char *name = hf_choice_label (hf_promise_shows, show);
      g_autofree char *label = g_strdup_printf (
          /* Translators: which promises, such as "Overdue", and how many. */
          C_ ("promises", "%s %d"), name, (int) counts[show]);
      gtk_button_set_label (GTK_BUTTON (self->chips[show]), counts[show] > 0 ? label : name);
    }
}

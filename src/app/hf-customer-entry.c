#include "config.h"

#include "hf-customer-entry.h"

#include <adwaita.h>

#include "hf-customer-matches.h"
#include "hf-widget.h"

/* A row of a form for a customer, who is found by a name, its letters, a phone number or a
 * code. */
struct _HfCustomerEntry
{
  GtkWidget parent_instance;

  AdwEntryRow *entry;
  GtkLabel *chosen_words;
  HfCustomerMatches *matches;

  HfCustomer *chosen; /* NULL: nobody yet */
  gboolean filling;   /* the entry changes because a customer was chosen */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerEntry, hf_customer_entry, GTK_TYPE_WIDGET)

static void
show_chosen (HfCustomerEntry *self)
{
  g_autofree char *words = self->chosen != NULL ? hf_customer_matches_describe (self->chosen)
                                                : NULL;
  gtk_label_set_text (self->chosen_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_words), words != NULL);
}

static void
on_typed (HfCustomerEntry *self)
{
  if (self->filling)
    return;
  g_clear_object (&self->chosen);
  show_chosen (self);
  hf_customer_matches_search (self->matches,
                              gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
on_chosen (HfCustomerEntry *self, HfCustomer *customer)
{
  hf_customer_entry_choose (self, customer);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* Enter takes the best match, and goes on where the customer is chosen. */
static void
on_entered (HfCustomerEntry *self)
{
  if (self->chosen != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  else
    hf_customer_matches_take_best (self->matches);
}

static gboolean
hf_customer_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HF_CUSTOMER_ENTRY (widget)->entry));
}

static void
hf_customer_entry_dispose (GObject *object)
{
  g_clear_object (&HF_CUSTOMER_ENTRY (object)->chosen);
  hf_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CUSTOMER_ENTRY);
  G_OBJECT_CLASS (hf_customer_entry_parent_class)->dispose (object);
}

static void
hf_customer_entry_class_init (HfCustomerEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = hf_customer_entry_dispose;
  widget_class->grab_focus = hf_customer_entry_grab_focus;

  /* Somebody chose a customer. */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (HF_TYPE_CUSTOMER_MATCHES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/hf-customer-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerEntry, chosen_words);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerEntry, matches);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hf_customer_entry_init (HfCustomerEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_customer_entry_set_store:
 * @self: an entry
 * @store: where customers are
 *
 * Gives the entry its store.
 */
void
hf_customer_entry_set_store (HfCustomerEntry *self, HfStore *store)
{
  hf_customer_matches_set_store (self->matches, store);
}

/**
 * hf_customer_entry_choose:
 * @self: an entry
 * @customer: a customer
 *
 * Shows a customer as the one who is meant.
 */
void
hf_customer_entry_choose (HfCustomerEntry *self, HfCustomer *customer)
{
  g_set_object (&self->chosen, customer);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), hf_customer_title (customer));
  self->filling = FALSE;
  hf_customer_matches_clear (self->matches);
  show_chosen (self);
}

/**
 * hf_customer_entry_get_customer:
 * @self: an entry
 *
 * Tells who is meant.
 *
 * Returns: (transfer none) (nullable): a customer, %NULL for nobody yet
 */
HfCustomer *
hf_customer_entry_get_customer (HfCustomerEntry *self)
{
  return self->chosen;
}

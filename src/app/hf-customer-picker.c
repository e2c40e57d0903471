#include "config.h"

#include "hf-customer-picker.h"

#include <glib/gi18n.h>

#include "hf-customer-matches.h"

/* A small window that asks who of the customer list is meant. */
struct _HfCustomerPicker
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwEntryRow *search;
  HfCustomerMatches *matches;
  GtkLabel *found;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfCustomerPicker, hf_customer_picker, ADW_TYPE_WINDOW)

static void
on_typed (HfCustomerPicker *self)
{
  hf_customer_matches_search (self->matches,
                              gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
on_entered (HfCustomerPicker *self)
{
  hf_customer_matches_take_best (self->matches);
}

static void
on_searched (HfCustomerPicker *self, guint n_found)
{
  gtk_label_set_text (self->found, n_found > 0 ? "" : _ ("Nobody found"));
  gtk_widget_set_visible (GTK_WIDGET (self->found), n_found == 0);
}

static void
on_chosen (HfCustomerPicker *self, HfCustomer *customer)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, customer);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
hf_customer_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HF_TYPE_CUSTOMER_PICKER);
  G_OBJECT_CLASS (hf_customer_picker_parent_class)->dispose (object);
}

static void
hf_customer_picker_class_init (HfCustomerPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hf_customer_picker_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, HF_TYPE_CUSTOMER);

  g_type_ensure (HF_TYPE_CUSTOMER_MATCHES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/huifang/Huifang/hf-customer-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HfCustomerPicker, title);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerPicker, search);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerPicker, matches);
  gtk_widget_class_bind_template_child (widget_class, HfCustomerPicker, found);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_searched);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
hf_customer_picker_init (HfCustomerPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * hf_customer_picker_new:
 * @parent: a widget of the window that it belongs to
 * @store: where customers are
 * @title: what it is asked for
 * @typed: (nullable): what is looked for at first
 *
 * Makes a window that asks for a customer.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
hf_customer_picker_new (GtkWidget *parent, HfStore *store, const char *title, const char *typed)
{
  HfCustomerPicker *self = g_object_new (HF_TYPE_CUSTOMER_PICKER, "title", title, NULL);
  GtkRoot *root = gtk_widget_get_root (parent);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  adw_window_title_set_title (self->title, title);
  hf_customer_matches_set_store (self->matches, store);
  if (typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search), typed);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}

#include "config.h"

#include "hf-customer-detail-private.h"

static void
form_free (gpointer data, GClosure *closure)
{
  HfDetailForm *form = data;
  hf_detail_form_take (form, NULL, NULL);
  g_object_unref (form->detail);
  g_object_unref (form->customer);
  g_free (form);
}

/**
 * hf_detail_form_take:
 * @self: a form of the detail
 * @data: (transfer full) (nullable): what was typed last
 * @free_data: (nullable): frees @data
 *
 * Keeps what was typed until it is stored, in place of what was kept before.
 */
void
hf_detail_form_take (HfDetailForm *self, gpointer data, GDestroyNotify free_data)
{
  if (self->data != NULL && self->free_data != NULL)
    self->free_data (self->data);
  self->data = data;
  self->free_data = free_data;
}

/**
 * hf_customer_detail_ask:
 * @self: the detail, with a customer
 * @title: what is asked for
 * @section: the fields
 * @apply: reads what was typed, and has it stored
 * @saved: called when that is stored
 *
 * Asks for something about the customer who is shown.
 *
 * Returns: (transfer none): the form
 */
HfDetailForm *
hf_customer_detail_ask (HfCustomerDetail *self, const char *title, HfFieldSection *section,
                        HfDetailFormFunc apply, HfDetailFormFunc saved)
{
  HfCustomer *customer = self->file->customer;
  HfDetailForm *form = g_new0 (HfDetailForm, 1);
  form->detail = g_object_ref (self);
  form->customer = g_object_ref (customer);
  form->window = hf_field_form_new (GTK_WIDGET (self), title, hf_customer_title (customer),
                                    section);
  g_signal_connect_data (form->window, "apply", G_CALLBACK (apply), form, form_free,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (form->window, "saved", G_CALLBACK (saved), form);
  gtk_window_present (GTK_WINDOW (form->window));
  return form;
}

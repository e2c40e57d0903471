#include "config.h"

#include "hf-referral-act.h"

#include <glib/gi18n.h>

#include "hf-dialogs.h"
#include "hf-store-referrals.h"

/* Somebody who was named, and is being made a customer. */
typedef struct
{
  HfStore *store;
  gint64 referral_id;
  gint64 customer_id;
} Act;

static Act *
act_new (HfStore *store, gint64 referral_id, gint64 customer_id)
{
  Act *act = g_new (Act, 1);
  *act = (Act){ g_object_ref (store), referral_id, customer_id };
  return act;
}

static void
act_free (gpointer data)
{
  Act *act = data;
  g_object_unref (act->store);
  g_free (act);
}

static void
act_unref (gpointer data, GClosure *closure)
{
  act_free (data);
}

static gpointer
link_customer (HfStoreSession *session, gpointer data, GError **error)
{
  Act *act = data;
  return hf_store_referrals_link (session, act->referral_id, act->customer_id, error)
             ? HF_STORE_DONE
             : NULL;
}

static void
on_linked (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) editor = data;
  g_autoptr (GError) error = NULL;
  if (hf_store_run_finish (HF_STORE (store), result, &error) == NULL)
    hf_dialogs_error (editor, _ ("It was not noted who named this customer"), NULL, error);
}

static void
on_saved (HfCustomerEditor *editor, HfCustomer *before, HfCustomer *after, Act *act)
{
  hf_store_run_async (act->store, HF_STORE_WRITE, link_customer,
                      act_new (act->store, act->referral_id, after->id), act_free, NULL, NULL,
                      on_linked, g_object_ref (editor));
}

/**
 * hf_referral_act_begin:
 * @editor: the form for a new customer
 * @store: where it is saved
 * @referral: somebody whom a customer named
 *
 * Fills in what is known, and notes who named the customer once they are saved.
 */
void
hf_referral_act_begin (HfCustomerEditor *editor, HfStore *store, const HfReferral *referral)
{
  hf_customer_editor_propose (editor, "name", referral->name);
  if (referral->phone != NULL)
    hf_customer_editor_propose (editor, "phone", referral->phone);
  g_signal_connect_data (editor, "saved", G_CALLBACK (on_saved),
                         act_new (store, referral->id, 0), act_unref, 0);
}

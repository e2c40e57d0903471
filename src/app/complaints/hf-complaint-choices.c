#include "config.h"

#include "hf-complaint-choices.h"

#include "hf-branch.h"
#include "hf-staff.h"
#include "hf-store-complaints.h"
#include "hf-store-promise-rules.h"
#include "hf-store-staff.h"
#include "hf-text.h"

/**
 * hf_complaint_choices_free:
 * @self: (transfer full): choices
 *
 * Lets them go.
 */
void
hf_complaint_choices_free (HfComplaintChoices *self)
{
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->branches, g_ptr_array_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self->me);
  g_free (self);
}

static void
take_branches (HfComplaintChoices *self, const GPtrArray *branches)
{
  self->branches = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < branches->len; i++)
    if (((HfBranch *) branches->pdata[i])->active)
      g_ptr_array_add (self->branches, g_strdup (((HfBranch *) branches->pdata[i])->name));
  g_ptr_array_add (self->branches, NULL);
}

static void
take_staff (HfComplaintChoices *self, const GPtrArray *staff)
{
  self->staff = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < staff->len; i++)
    {
      const HfStaff *one = staff->pdata[i];
      if (one->active)
        g_ptr_array_add (self->staff, g_strdup (one->name));
      if (one->id == self->my_id)
        hf_text_set (&self->me, one->name);
    }
  g_ptr_array_add (self->staff, NULL);
}

/**
 * hf_complaint_choices_load:
 * @session: a session
 * @unused: nothing
 * @error: (nullable): %HF_STORE_ERROR
 *
 * Reads what there is to choose from, for hf_store_run_async().
 *
 * Returns: (transfer full) (nullable) (type HfComplaintChoices): the choices
 */
gpointer
hf_complaint_choices_load (HfStoreSession *session, gpointer unused, GError **error)
{
  g_autoptr (HfComplaintChoices) self = g_new0 (HfComplaintChoices, 1);
  g_autoptr (GPtrArray) branches = hf_store_branches_list (session, error);
  g_autoptr (GPtrArray) staff = branches != NULL ? hf_store_staff_list (session, error) : NULL;
  if (staff == NULL)
    return NULL;
  self->my_id = hf_store_session_get_staff_id (session);
  take_branches (self, branches);
  take_staff (self, staff);
  self->products = hf_store_complaints_list_products (session, error);
  if (self->products == NULL || !hf_store_promise_rules_get (session, &self->rules, error))
    return NULL;
  g_ptr_array_add (self->products, NULL);
  return g_steal_pointer (&self);
}

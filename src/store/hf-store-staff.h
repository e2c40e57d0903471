#pragma once

#include "hf-branch.h"
#include "hf-staff.h"
#include "hf-store-session.h"

G_BEGIN_DECLS

gboolean hf_store_branches_ensure (HfStoreSession *session, const char *name, gint64 *id,
                                   GError **error);
gboolean hf_store_branches_find_id (HfStoreSession *session, const char *name, gint64 *id,
                                    GError **error);
gboolean hf_store_branches_save (HfStoreSession *session, HfBranch *branch, GError **error);
GPtrArray *hf_store_branches_list (HfStoreSession *session, GError **error);
gboolean hf_store_staff_ensure (HfStoreSession *session, const char *name, gint64 branch_id,
                                gint64 *id, GError **error);
gboolean hf_store_staff_save (HfStoreSession *session, HfStaff *staff, GError **error);
GPtrArray *hf_store_staff_list (HfStoreSession *session, GError **error);

G_END_DECLS

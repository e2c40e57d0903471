#pragma once

#include "hf-complaint.h"
#include "hf-period.h"
#include "hf-score-group.h"
#include "hf-store-scope.h"

G_BEGIN_DECLS

/* Stands in the history beside the steps: the customer heard how it stands. */
#define HF_COMPLAINT_WORD "word"

/* In the place of a branch's key: those of no branch. */
#define HF_COMPLAINT_NO_BRANCH (-1)

/* Which complaints a list shows; NULL, FALSE and 0 do not narrow it. */
typedef struct
{
  char *search; /* in the words, the names and the number */
  char *status; /* a name of hf_complaint_statuses */
  gboolean only_open;
  gboolean only_late;
  gboolean only_escalated;
  gint64 now; /* by which late is judged */

  HfScoreGroup group; /* those that a number of the scorecard counts */
  gint64 branch_id;
  HfPeriod *received; /* the days on which they were received */
} HfComplaintFilter;

HfComplaintFilter *hf_complaint_filter_copy (const HfComplaintFilter *self);
void hf_complaint_filter_free (HfComplaintFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HfComplaintFilter, hf_complaint_filter_free)

/* A step of ISO 10002 / GB/T 19012 that a complaint went through. */
typedef struct
{
  char *step; /* a name of hf_complaint_statuses */
  gint64 at;
  char *staff;
  char *note;
  gboolean not_pursued; /* closed for the reason in the note, though nobody said satisfied */
} HfComplaintStep;

void hf_complaint_step_free (HfComplaintStep *self);

HfComplaint *hf_store_complaints_get (HfStoreSession *session, gint64 id, GError **error);
HfComplaint *hf_store_complaints_find (HfStoreSession *session, const char *number,
                                       GError **error);
gboolean hf_store_complaints_find_id (HfStoreSession *session, const HfComplaint *complaint,
                                      gint64 *id, GError **error);
gboolean hf_store_complaints_save (HfStoreSession *session, HfComplaint *complaint,
                                   GError **error);
gboolean hf_store_complaints_move (HfStoreSession *session, HfComplaint *complaint,
                                   HfComplaintStatus status, const char *note, GError **error);
gboolean hf_store_complaints_give_word (HfStoreSession *session, HfComplaint *complaint,
                                        const char *note, GError **error);
gboolean hf_store_complaints_give_up (HfStoreSession *session, HfComplaint *complaint,
                                      const char *why, GError **error);
gboolean hf_store_complaints_take_up (HfStoreSession *session, HfComplaint *complaint,
                                      const char *why, GError **error);
gboolean hf_store_complaints_attach (HfStoreSession *session, HfComplaint *complaint,
                                     gint64 customer_id, GError **error);
GPtrArray *hf_store_complaints_list_products (HfStoreSession *session, GError **error);
GArray *hf_store_complaints_list_keys (HfStoreSession *session, const HfComplaintFilter *filter,
                                       GError **error);
gboolean hf_store_complaints_start_quickly (const HfComplaintFilter *filter);
GPtrArray *hf_store_complaints_list (HfStoreSession *session, const HfComplaintFilter *filter,
                                     guint count, GError **error);
GPtrArray *hf_store_complaints_read (HfStoreSession *session, const gint64 *keys, guint n_keys,
                                     GError **error);
gboolean hf_store_complaints_count (HfStoreSession *session, const HfComplaintFilter *filter,
                                    gint64 *count, GError **error);
GPtrArray *hf_store_complaints_list_after (HfStoreSession *session, const HfStoreScope *scope,
                                           gint64 after_id, guint count, GError **error);
GPtrArray *hf_store_complaints_list_steps (HfStoreSession *session, gint64 complaint_id,
                                           GError **error);

G_END_DECLS

#pragma once

#include <glib-object.h>

#include "hf-field.h"
#include "hf-promise.h"

G_BEGIN_DECLS

typedef enum
{
  HF_COMPLAINT_LETTER,
  HF_COMPLAINT_PHONE,
  HF_COMPLAINT_VISIT,
  HF_COMPLAINT_FORM,
  HF_COMPLAINT_WEB,
  HF_COMPLAINT_EMAIL,
  HF_COMPLAINT_MESSAGE,
  HF_COMPLAINT_CHANNEL_UNKNOWN,
} HfComplaintChannel;

typedef enum
{
  HF_COMPLAINT_VALUE,
  HF_COMPLAINT_SYSTEMS,
  HF_COMPLAINT_PEOPLE,
  HF_COMPLAINT_CATEGORY_UNKNOWN,
} HfComplaintCategory;

typedef enum
{
  HF_COMPLAINT_MINOR,
  HF_COMPLAINT_MAJOR,
  HF_COMPLAINT_SEVERITY_UNKNOWN,
} HfComplaintSeverity;

/* The steps of ISO 10002 / GB/T 19012, in their order; each may be passed over. */
typedef enum
{
  HF_COMPLAINT_RECEIVED,
  HF_COMPLAINT_TRACKED,
  HF_COMPLAINT_ACKNOWLEDGED,
  HF_COMPLAINT_ASSESSED,
  HF_COMPLAINT_INVESTIGATING,
  HF_COMPLAINT_RESPONDED,
  HF_COMPLAINT_COMMUNICATED, /* the customer was told what was decided */
  HF_COMPLAINT_CLOSED,
} HfComplaintStatus;

extern const HfChoice hf_complaint_channels[];
extern const HfChoice hf_complaint_categories[];
extern const HfChoice hf_complaint_severities[];
extern const HfChoice hf_complaint_statuses[];

/* Nothing was promised, as of a complaint that comes from a file. */
#define HF_COMPLAINT_NO_TERM -1

/* No second follow-up was made, or none that was read. */
#define HF_COMPLAINT_NO_FOLLOW_UP -1

#define HF_TYPE_COMPLAINT (hf_complaint_get_type ())
G_DECLARE_FINAL_TYPE (HfComplaint, hf_complaint, HF, COMPLAINT, GObject)

/* One entry of the complaint register. */
struct _HfComplaint
{
  GObject parent_instance;

  gint64 id;
  gint64 revision;
  char *number;
  gint64 received_at; /* a moment */
  char *customer_code;
  char *customer_name;
  char *phone;
  HfComplaintChannel channel;
  HfComplaintCategory category;
  HfComplaintSeverity severity;
  char *words;
  char *wish;
  char *branch; /* the branch's name */
  char *product;
  char *taken_by;              /* the name of who took it */
  gboolean word_of_mouth_risk; /* the customer is likely to tell others */
  HfComplaintStatus status;
  int term;            /* the HfPromiseTerm that was promised, or HF_COMPLAINT_NO_TERM */
  gint64 respond_by;   /* until when the customer hears a first word, a moment or 0 */
  gint64 next_word_by; /* until when again, a moment or 0 */
  int clock;           /* the HfClockKind by which these run, or HF_PROMISE_NO_CLOCK */
  guint word_every; /* minutes from one word to the next until it is answered, 0: none is due */
  gint64 due_at;    /* when an answer is promised, a moment or 0 */
  gint64 closed_at; /* a moment or 0 */

  /* How it was solved, as of the response. */
  char *solved_where;
  char *solved_how;
  char *risk_left;
  gint64 cost; /* in thousandths, or HF_AMOUNT_UNKNOWN */

  gint64 hint_id; /* of a new one: the words in which it was found, 0: none */
  /* Of the last second follow-up, in thousandths of a point of five, or unknown. */
  gint64 expected;
  gint64 satisfaction;

  gint64 customer_id; /* 0: nobody in the customer list */
  gint64 branch_id;
  gint64 taken_by_id;
  gint64 acknowledged_at;
  gint64 responded_at;

  /* Who deals with it since it was handed over, and the highest step of the escalation ladder;
   * read-only. */
  gint64 handler_id; /* 0: who took it */
  char *handler;
  char *escalation;      /* (nullable): the step's code */
  char *escalation_name; /* (nullable): as the firm called it */
  gboolean is_escalated; /* what the step is about still runs */

  /* How it was gone on with, as of a report; read-only. */
  GTimeSpan paused;  /* all its pauses; one that lasts, until now */
  int follow_up;     /* the HfFollowUpResult of the last one, or HF_COMPLAINT_NO_FOLLOW_UP */
  char *not_pursued; /* (nullable): why it was closed though nobody is satisfied */
};

HfComplaint *hf_complaint_new (void);
const HfField *hf_complaint_fields (gsize *n_fields);
gboolean hf_complaint_validate (const HfComplaint *self, GError **error);
gboolean hf_complaint_check_received (const HfComplaint *self, gint64 latest, GError **error);
gint64 hf_complaint_next_due (const HfComplaint *self);
const char *hf_complaint_get_owner (const HfComplaint *self);
gboolean hf_complaint_is_late (const HfComplaint *self, gint64 now);

G_END_DECLS

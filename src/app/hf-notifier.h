#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HF_TYPE_NOTIFIER (hf_notifier_get_type ())
G_DECLARE_FINAL_TYPE (HfNotifier, hf_notifier, HF, NOTIFIER, GObject)

/* What an answer to a notification asks the program for: the action "app.notice" with a verb,
 * the database, an entry of the call queue or a complaint and a customer, 0 for none. */
#define HF_NOTICE_ACTION "notice"
#define HF_NOTICE_TYPE "(ssxx)"
#define HF_NOTICE_SHOW "show"
#define HF_NOTICE_CALL "call"
#define HF_NOTICE_LATER "later"
#define HF_NOTICE_COMPLAINT "complaint"
#define HF_NOTICE_TAKE "take"

/* What the desktop shows. */
typedef struct
{
  const char *id; /* another notice with it takes its place */
  const char *title;
  const char *body;
  const char *database;
  gint64 task_id;        /* or a complaint; 0: several */
  gint64 customer_id;    /* who can be called at once, 0: nobody */
  gboolean of_complaint; /* it is about complaints, not about calls */
} HfNotice;

HfNotifier *hf_notifier_new (GApplication *application);
void hf_notifier_send (HfNotifier *self, const HfNotice *notice);
void hf_notifier_withdraw (HfNotifier *self, const char *id);

G_END_DECLS

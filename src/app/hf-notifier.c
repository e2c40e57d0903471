#include "config.h"

#include "hf-notifier.h"

#include <glib/gi18n.h>

#define ACTION "app." HF_NOTICE_ACTION

/* The one way from here to the desktop's notifications. */
struct _HfNotifier
{
  GObject parent_instance;

  GApplication *application; /* borrowed; NULL: nothing leaves the program */
};

enum
{
  SENT,
  WITHDRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HfNotifier, hf_notifier, G_TYPE_OBJECT)

static void
hf_notifier_class_init (HfNotifierClass *klass)
{
  /* With an #HfNotice. */
  signals[SENT] = g_signal_new ("sent", HF_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /* With the notice's id. */
  signals[WITHDRAWN] = g_signal_new ("withdrawn", HF_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hf_notifier_init (HfNotifier *self)
{
}

/**
 * hf_notifier_new:
 * @application: (nullable): the program, %NULL where nothing leaves it
 *
 * Makes a way to the desktop's notifications.
 *
 * Returns: (transfer full): the notifier
 */
HfNotifier *
hf_notifier_new (GApplication *application)
{
  HfNotifier *self = g_object_new (HF_TYPE_NOTIFIER, NULL);
  self->application = application;
  return self;
}

static GVariant *
make_target (const HfNotice *notice, const char *verb)
{
  return g_variant_new (HF_NOTICE_TYPE, verb, notice->database, notice->task_id,
                        notice->customer_id);
}

static void
add_button (GNotification *notification, const HfNotice *notice, const char *label,
            const char *verb)
{
  g_notification_add_button_with_target_value (notification, label, ACTION,
                                               make_target (notice, verb));
}

static GNotification *
make_notification (const HfNotice *notice)
{
  const char *verb = notice->of_complaint ? HF_NOTICE_COMPLAINT : HF_NOTICE_SHOW;
  GNotification *notification = g_notification_new (notice->title);
  g_notification_set_body (notification, notice->body);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  g_notification_set_default_action_and_target_value (notification, ACTION,
                                                      make_target (notice, verb));
  if (notice->of_complaint && notice->task_id != 0)
    add_button (notification, notice, _ ("I Take Care of It"), HF_NOTICE_TAKE);
  if (notice->customer_id != 0)
    add_button (notification, notice, _ ("Call Now"), HF_NOTICE_CALL);
  if (!notice->of_complaint)
    add_button (notification, notice, _ ("Later (10 Minutes)"), HF_NOTICE_LATER);
  return notification;
}

/**
 * hf_notifier_send:
 * @self: a notifier
 * @notice: what is told
 *
 * Shows a notification, in place of one with the same id.
 */
void
hf_notifier_send (HfNotifier *self, const HfNotice *notice)
{
  if (self->application != NULL)
    {
      g_autoptr (GNotification) notification = make_notification (notice);
      g_application_send_notification (self->application, notice->id, notification);
    }
  g_signal_emit (self, signals[SENT], 0, notice);
}

/**
 * hf_notifier_withdraw:
 * @self: a notifier
 * @id: that of a notice
 *
 * Takes a notification away, where it still shows.
 */
void
hf_notifier_withdraw (HfNotifier *self, const char *id)
{
  if (self->application != NULL)
    g_application_withdraw_notification (self->application, id);
  g_signal_emit (self, signals[WITHDRAWN], 0, id);
}

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A keyring on a D-Bus session of the test's own: it speaks as much of the Secret Service as
 * libsecret asks for. */
gboolean hf_test_secrets_start_bus (void);
void hf_test_secrets_stop_bus (void);
void hf_test_secrets_appear (void);
void hf_test_secrets_set_locked (gboolean locked);
guint hf_test_secrets_count (void);
const char *hf_test_secrets_describe (void);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A PostgreSQL server that the tests of one program share; it ends with the program, however
 * that ends. */
gboolean hf_test_server_is_available (void);
void hf_test_server_need (void);
char *hf_test_server_new_database (const char *template, char **name);
void hf_test_server_start (void);
void hf_test_server_stop (void);
void hf_test_server_crash (void);
gboolean hf_test_server_set_up_tls (char **port, char **signer);
void hf_test_server_take_tls_away (void);

G_END_DECLS

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_STORE_ERROR (hf_store_error_quark ())

/* What can go wrong, in the program's terms; the message is technical, the words for the user
 * are made in app/ and ctl/. */
typedef enum
{
  HF_STORE_ERROR_FAILED,
  HF_STORE_ERROR_NOT_FOUND, /* no such record, or no such database */
  HF_STORE_ERROR_CONFLICT,  /* somebody else changed the record in the meantime */
  HF_STORE_ERROR_INVALID,
  HF_STORE_ERROR_TOO_NEW,
  HF_STORE_ERROR_NOT_A_DATABASE,
  HF_STORE_ERROR_FOREIGN,
  HF_STORE_ERROR_CORRUPT,
  HF_STORE_ERROR_BUSY,
  HF_STORE_ERROR_READ_ONLY,
  HF_STORE_ERROR_NO_SPACE,
  HF_STORE_ERROR_OFFLINE,
  HF_STORE_ERROR_UNCERTAIN, /* the connection broke during a commit */
  HF_STORE_ERROR_CANCELLED,
  HF_STORE_ERROR_PASSWORD,             /* the server wants one, or refused it or this user */
  HF_STORE_ERROR_PASSWORD_IN_LOCATION, /* it stands where others can read it */
  HF_STORE_ERROR_TLS,                  /* the server offers no encryption */
  HF_STORE_ERROR_CERTIFICATE,          /* nobody who is trusted says who the server is */
  HF_STORE_ERROR_CERTIFICATE_NAME,     /* the server's certificate is for another name */
  HF_STORE_ERROR_EMPTY,                /* a server's database in which there is nothing yet */
  HF_STORE_ERROR_UNSUPPORTED,          /* this server, or this build, cannot do it */
} HfStoreError;

GQuark hf_store_error_quark (void);
const char *hf_store_error_words (const GError *error);
const char *hf_store_error_advice (const GError *error);

G_END_DECLS

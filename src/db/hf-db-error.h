#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HF_DB_ERROR (hf_db_error_quark ())

typedef enum
{
  HF_DB_ERROR_FAILED,
  HF_DB_ERROR_NOT_FOUND, /* no such file, or no such folder */
  HF_DB_ERROR_NOT_A_DATABASE,
  HF_DB_ERROR_FOREIGN, /* a database of another program */
  HF_DB_ERROR_TOO_NEW,
  HF_DB_ERROR_CORRUPT,
  HF_DB_ERROR_BUSY,
  HF_DB_ERROR_CONSTRAINT,
  HF_DB_ERROR_READ_ONLY,
  HF_DB_ERROR_NO_SPACE,
  HF_DB_ERROR_CONNECTION,
  HF_DB_ERROR_UNCERTAIN, /* the connection broke during a commit */
  HF_DB_ERROR_CANCELLED,
  HF_DB_ERROR_PASSWORD,           /* the server wants one, or refused this one or this user */
  HF_DB_ERROR_PASSWORD_IN_STRING, /* a password stands where others can read it */
  HF_DB_ERROR_TLS,                /* the server offers no encryption, or none that works */
  HF_DB_ERROR_CERTIFICATE,        /* nobody who is trusted says who the server is */
  HF_DB_ERROR_CERTIFICATE_NAME,   /* the server's certificate is for another name */
  HF_DB_ERROR_UNSUPPORTED,        /* this server, or this build, cannot do it */
} HfDbError;

GQuark hf_db_error_quark (void);

G_END_DECLS

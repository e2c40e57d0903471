#include "config.h"

#include "hf-store-error.h"

#include <glib/gi18n.h>

#include "hf-store-error-private.h"

G_DEFINE_QUARK (hf_store_error, hf_store_error)

static HfStoreError
translate_code (int code)
{
  switch ((HfDbError) code)
    {
    case HF_DB_ERROR_NOT_FOUND:
      return HF_STORE_ERROR_NOT_FOUND;
    case HF_DB_ERROR_NOT_A_DATABASE:
      return HF_STORE_ERROR_NOT_A_DATABASE;
    case HF_DB_ERROR_FOREIGN:
      return HF_STORE_ERROR_FOREIGN;
    case HF_DB_ERROR_TOO_NEW:
      return HF_STORE_ERROR_TOO_NEW;
    case HF_DB_ERROR_CORRUPT:
      return HF_STORE_ERROR_CORRUPT;
    case HF_DB_ERROR_BUSY:
      return HF_STORE_ERROR_BUSY;
    case HF_DB_ERROR_CONSTRAINT:
      return HF_STORE_ERROR_INVALID;
    case HF_DB_ERROR_READ_ONLY:
      return HF_STORE_ERROR_READ_ONLY;
    case HF_DB_ERROR_NO_SPACE:
      return HF_STORE_ERROR_NO_SPACE;
    case HF_DB_ERROR_CONNECTION:
      return HF_STORE_ERROR_OFFLINE;
    case HF_DB_ERROR_PASSWORD:
      return HF_STORE_ERROR_PASSWORD;
    case HF_DB_ERROR_PASSWORD_IN_STRING:
      return HF_STORE_ERROR_PASSWORD_IN_LOCATION;
    case HF_DB_ERROR_TLS:
      return HF_STORE_ERROR_TLS;
    case HF_DB_ERROR_CERTIFICATE:
      return HF_STORE_ERROR_CERTIFICATE;
    case HF_DB_ERROR_CERTIFICATE_NAME:
      return HF_STORE_ERROR_CERTIFICATE_NAME;
    case HF_DB_ERROR_UNSUPPORTED:
      return HF_STORE_ERROR_UNSUPPORTED;
    case HF_DB_ERROR_UNCERTAIN:
      return HF_STORE_ERROR_UNCERTAIN;
    case HF_DB_ERROR_CANCELLED:
      return HF_STORE_ERROR_CANCELLED;
    case HF_DB_ERROR_FAILED:
    default:
      return HF_STORE_ERROR_FAILED;
    }
}

/**
 * hf_store_error_translate:
 * @error: (inout) (nullable): an error, perhaps of the database
 *
 * Turns an error of the database into one of the store; others stay as they are.
 */
void
hf_store_error_translate (GError **error)
{
  if (error == NULL || *error == NULL || (*error)->domain != HF_DB_ERROR)
    return;
  (*error)->code = translate_code ((*error)->code);
  (*error)->domain = HF_STORE_ERROR;
}

/**
 * hf_store_error_words:
 * @error: an error of the store
 *
 * Says what happened, in the user's words.
 *
 * Returns: a sentence; the error's own message where it is none of the store's
 */
const char *
hf_store_error_words (const GError *error)
{
  if (error->domain != HF_STORE_ERROR)
    return error->message;
  switch ((HfStoreError) error->code)
    {
    case HF_STORE_ERROR_NOT_FOUND:
      return _ ("There is no such database or record.");
    case HF_STORE_ERROR_CONFLICT:
      return _ ("Somebody else changed this in the meantime.");
    case HF_STORE_ERROR_INVALID:
      return _ ("A value does not fit with what is stored.");
    case HF_STORE_ERROR_TOO_NEW:
      return _ ("A newer version of Huifang made this database.");
    case HF_STORE_ERROR_NOT_A_DATABASE:
      return _ ("This file is not a database.");
    case HF_STORE_ERROR_FOREIGN:
      return _ ("This database belongs to another program.");
    case HF_STORE_ERROR_CORRUPT:
      return _ ("The database file is damaged.");
    case HF_STORE_ERROR_BUSY:
      return _ ("Another program is using the database.");
    case HF_STORE_ERROR_READ_ONLY:
      return _ ("The database cannot be written to.");
    case HF_STORE_ERROR_NO_SPACE:
      return _ ("The disk is full.");
    case HF_STORE_ERROR_OFFLINE:
      return _ ("The database server cannot be reached.");
    case HF_STORE_ERROR_UNCERTAIN:
      return _ ("The connection broke while saving.");
    case HF_STORE_ERROR_CANCELLED:
      return _ ("Stopped.");
    case HF_STORE_ERROR_PASSWORD:
      return _ ("The database server did not accept the user or the password.");
    case HF_STORE_ERROR_PASSWORD_IN_LOCATION:
      return _ ("A password does not belong in the connection string: others could read it.");
    case HF_STORE_ERROR_TLS:
      return _ ("The database server offers no encrypted connection.");
    case HF_STORE_ERROR_CERTIFICATE:
      return _ ("The database server’s certificate is not trusted.");
    case HF_STORE_ERROR_CERTIFICATE_NAME:
      return _ ("The database server’s certificate is for another name.");
    case HF_STORE_ERROR_EMPTY:
      return _ ("This database is empty.");
    case HF_STORE_ERROR_UNSUPPORTED:
      return _ ("This database server cannot be used.");
    case HF_STORE_ERROR_FAILED:
    default:
      return _ ("The database reported an error.");
    }
}

/**
 * hf_store_error_advice:
 * @error: an error of the store
 *
 * Says what is safe and what to do, in the user's words.
 *
 * Returns: a sentence
 */
const char *
hf_store_error_advice (const GError *error)
{
  if (error->domain != HF_STORE_ERROR)
    return _ ("Nothing was changed.");
  switch ((HfStoreError) error->code)
    {
    case HF_STORE_ERROR_TOO_NEW:
      return _ ("It was left untouched. Open it with the newer version.");
    case HF_STORE_ERROR_NOT_FOUND:
    case HF_STORE_ERROR_NOT_A_DATABASE:
    case HF_STORE_ERROR_FOREIGN:
      return _ ("Nothing was changed. Choose another one.");
    case HF_STORE_ERROR_CORRUPT:
      return _ ("Keep the file, and go on with the latest copy of it.");
    case HF_STORE_ERROR_BUSY:
      return _ ("Nothing was changed. Close the other program, then try again.");
    case HF_STORE_ERROR_READ_ONLY:
      return _ ("Nothing was changed. Ask for the right to write to the file and its folder.");
    case HF_STORE_ERROR_NO_SPACE:
      return _ ("What was saved before is safe. Make room on the disk, then try again.");
    case HF_STORE_ERROR_CONFLICT:
      return _ ("Nothing was overwritten. Look at the new state, then try again.");
    case HF_STORE_ERROR_UNCERTAIN:
      return _ ("The server does not know what became of it. Check whether the last change is "
                "there before you enter it again.");
    case HF_STORE_ERROR_OFFLINE:
      return _ (
          "Nothing was changed. Check the network and the server's name, then try again.");
    case HF_STORE_ERROR_PASSWORD:
      return _ ("Nothing was sent. Check the user's name, then type the password again.");
    case HF_STORE_ERROR_PASSWORD_IN_LOCATION:
      return _ ("Take it out; the program asks for it, or finds it in the file pgpass.");
    case HF_STORE_ERROR_TLS:
      return _ ("Nothing was sent. Have encryption turned on by whoever looks after the "
                "server.");
    case HF_STORE_ERROR_CERTIFICATE_NAME:
      return _ ("Nothing was sent. Use the name that the certificate is for, and ask whoever "
                "looks after the server if that is the right one.");
    case HF_STORE_ERROR_CERTIFICATE:
      return _ ("Nothing was sent. Ask whoever looks after the server for its certificate.");
    case HF_STORE_ERROR_EMPTY:
      return _ ("Nothing was changed. Check its name, or set it up with huifangctl init.");
    case HF_STORE_ERROR_UNSUPPORTED:
      return _ ("PostgreSQL 15 or later is needed, with a database in UTF-8.");
    case HF_STORE_ERROR_INVALID:
    case HF_STORE_ERROR_CANCELLED:
    case HF_STORE_ERROR_FAILED:
    default:
      return _ ("Nothing was changed.");
    }
}

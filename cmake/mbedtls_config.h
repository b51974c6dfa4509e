// What padan needs of mbedtls where it is built from source. Plain C: the library includes it.
#pragma once

#define MBEDTLS_AES_C
#define MBEDTLS_CIPHER_MODE_CBC
#define MBEDTLS_BASE64_C
#define MBEDTLS_CIPHER_C
#define MBEDTLS_GCM_C
#define MBEDTLS_MD_C
#define MBEDTLS_PKCS5_C
#define MBEDTLS_SHA1_C
#define MBEDTLS_SHA256_C
#define MBEDTLS_SHA384_C // for 3.x; 2.28 has it in SHA-512
#define MBEDTLS_SHA512_C

#include "shared/protocol/pin.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <array>
#include <memory>

namespace protocol {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kPrefix = "sha256//";
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kBase64Length = 44;  // of 32 bytes, with its padding

using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Certificate read_certificate(const std::string& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free);
    return {PEM_read_bio_X509(bytes.get(), nullptr, nullptr, nullptr), &X509_free};
}

std::string base64(const unsigned char* bytes, std::size_t count) {
    std::array<unsigned char, kBase64Length + 1> text{};
    const int length = EVP_EncodeBlock(text.data(), bytes, static_cast<int>(count));
    return {text.begin(), text.begin() + length};
}

}  // namespace

base::Result<std::string> pin_of(const std::string& certificate_pem) {
    const Certificate certificate = read_certificate(certificate_pem);
    unsigned char* key = nullptr;
    const int length =
        certificate ? i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &key) : -1;
    if (length <= 0) return Error{ErrorCode::Malformed, "the certificate cannot be read"};
    std::array<unsigned char, kHashBytes> hash{};
    const int hashed = EVP_Digest(key, static_cast<std::size_t>(length), hash.data(), nullptr,
                                  EVP_sha256(), nullptr);
    OPENSSL_free(key);
    CHECK(hashed == 1);
    return std::string(kPrefix) + base64(hash.data(), hash.size());
}

bool is_pin(std::string_view text) {
    if (!text.starts_with(kPrefix) || text.size() != kPrefix.size() + kBase64Length) return false;
    text.remove_prefix(kPrefix.size());
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return text.back() == '=' && text.find_first_not_of(kDigits) == kBase64Length - 1;
}

}  // namespace protocol

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/credentialprofile.h"

#include <QJsonObject>

namespace walkabout::devicejson {

/// A device or a profile as it stands in devices.json: never a secret. Keys of `before` that this version does not know
/// are kept.
[[nodiscard]] QJsonObject write(const Device &device, const QJsonObject &before = {});
[[nodiscard]] QJsonObject write(const CredentialProfile &profile, const QJsonObject &before = {});
/// nullopt: no device, or one of a kind that this version does not know.
[[nodiscard]] std::optional<Device> read(const QJsonObject &object);
[[nodiscard]] std::optional<CredentialProfile> readProfile(const QJsonObject &object);
/// The id in an object of the file; null: none.
[[nodiscard]] QUuid id(const QJsonObject &object);

} // namespace walkabout::devicejson

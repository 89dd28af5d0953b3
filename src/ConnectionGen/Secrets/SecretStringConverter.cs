using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectionGen;

/// <summary>Writes asterisks for a secret, and reads a text as one.</summary>
internal sealed class SecretStringConverter : JsonConverter<SecretString>
{
    public override SecretString? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() is { } text ? new SecretString(text) : null;

    public override void Write(Utf8JsonWriter writer, SecretString value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

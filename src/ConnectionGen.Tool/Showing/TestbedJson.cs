using System.Text.Json;
using ConnectionGen.Reports;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen.Tool;

/// <summary>A testbed as JSON: devices with their paths, and links with their ends.</summary>
internal static class TestbedJson
{
    public static string Of(TestbedDocument document, TopologyPicture picture) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", document.Name);
        json.WriteStartArray("devices");
        foreach (var device in document.Devices)
            Write(json, device);

        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (var link in picture.Links)
            Write(json, link);

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, DeviceNode device)
    {
        json.WriteStartObject();
        json.WriteString("name", device.Name);
        json.WriteString("type", device.Body.Text("type"));
        json.WriteString("os", device.Body.Text("os"));
        json.WriteStartArray("paths");
        foreach (var path in device.Paths)
        {
            json.WriteStartObject();
            json.WriteString("name", path.Name);
            json.WriteBoolean("default", PathText.IsDefault(device, path));
            json.WriteString("protocol", path.Body.Text("protocol"));
            json.WriteString("address", PathText.Address(path));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PictureLink link)
    {
        json.WriteStartObject();
        json.WriteString("name", link.Name);
        json.WriteStartArray("ends");
        foreach (var end in link.Ends)
        {
            json.WriteStartObject();
            json.WriteString("device", end.Device);
            json.WriteString("interface", end.Interface);
            json.WriteString("address", end.Address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

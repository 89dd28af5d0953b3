using ConnectionGen.TestbedFiles;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Generators;

/// <summary>The second part of a testbed class: a property and a type a device, its paths as constants, and the shape that a loaded file must have.</summary>
internal static class TestbedEmitter
{
    public static SourceText Emit(TestbedModel model)
    {
        var writer = SourceWriter.File();
        var type = model.Class.Declaration;
        IReadOnlyList<DeviceModel> devices = model.File is null ? [] : model.File.Devices;
        var names = MemberNames.Distinct(devices.Select(static d => d.Name), model.Class.TestbedMembers, "Device");
        type.OpenNamespace(writer);
        type.OpenEnclosing(writer);
        writer.Line($"partial class {CSharpText.Identifier(type.Name)} : global::ConnectionGen.Testbed, global::ConnectionGen.ITestbedClass<{type.FullName}>");
        writer.Open();
        Shape(writer, model.File?.Link ?? model.Class.File, devices, model.File?.Links ?? default);
        Constructor(writer, type, devices, names);
        foreach (var device in devices)
        {
            writer.Gap();
            writer.Line($"/// <summary>{CSharpText.Documentation(device.Summary)}</summary>");
            writer.Line($"public {DeviceType(type, names[device.Name])} {names[device.Name]} {{ get; }}");
        }

        TopologyEmitter.Links(writer, model.File?.Links ?? default);
        Load(writer, type);
        foreach (var device in devices)
        {
            Device(writer, device, names[device.Name]);
        }

        writer.Close();
        type.CloseEnclosing(writer);
        type.CloseNamespace(writer);
        return writer.ToSourceText();
    }

    private static string DeviceType(TypeDeclaration type, string name) => $"{type.FullName}.{name}Device";

    private static void Shape(SourceWriter writer, string file, IReadOnlyList<DeviceModel> devices, EquatableArray<MemberModel> links)
    {
        writer.Line($"private static readonly global::ConnectionGen.TestbedShape s_shape__ = new({CSharpText.Text(file)},");
        writer.Line("[");
        foreach (var device in devices)
        {
            var paths = device.Paths.Select(static p => $"new({CSharpText.Text(p.Name)}, {CSharpText.Text(p.Class)})");
            writer.Continuation($"new({CSharpText.Text(device.Name)}, {CSharpText.Text(device.DefaultAlias)}, [{string.Join(", ", paths)}]){TopologyEmitter.Shape("Interfaces", device.Interfaces)},");
        }

        writer.Line($"]){TopologyEmitter.Shape("Links", links)};");
    }

    private static void Constructor(SourceWriter writer, TypeDeclaration type, IReadOnlyList<DeviceModel> devices, IReadOnlyDictionary<string, string> names)
    {
        writer.Gap();
        writer.Line($"private {CSharpText.Identifier(type.Name)}(global::ConnectionGen.LoadedTestbed loaded__)");
        writer.Continuation(": base(loaded__, CreateDevice__)");
        writer.Open();
        foreach (var device in devices)
        {
            writer.Line($"{names[device.Name]} = ({DeviceType(type, names[device.Name])})Devices[{CSharpText.Text(device.Name)}];");
        }

        writer.Close();
        writer.Gap();
        writer.Line("private static global::ConnectionGen.Device? CreateDevice__(global::ConnectionGen.DeviceContext context) => context.Name switch");
        writer.Open();
        foreach (var device in devices)
        {
            writer.Line($"{CSharpText.Text(device.Name)} => new {DeviceType(type, names[device.Name])}(context),");
        }

        writer.Line("_ => null,");
        writer.Close(";");
    }

    private static void Load(SourceWriter writer, TypeDeclaration type)
    {
        foreach (var isAsync in new[] { false, true })
        {
            writer.Gap();
            writer.Line("/// <summary>Reads the testbed that the program runs with. It must have the devices, paths and classes of the file that it was compiled against, and may have more.</summary>");
            writer.Line("/// <param name=\"file\">The file; the compiled one beside the program unless given.</param>");
            writer.Line("/// <param name=\"options\">Loggers, secrets, limits and wrappers.</param>");
            if (isAsync)
            {
                writer.Line("/// <param name=\"cancellationToken\">Stops the reading.</param>");
                writer.Line($"public static new async global::System.Threading.Tasks.Task<{type.FullName}> LoadAsync(string? file = null, global::ConnectionGen.TestbedOptions? options = null, global::System.Threading.CancellationToken cancellationToken = default)");
                writer.Continuation("=> new(await global::ConnectionGen.LoadedTestbed.LoadAsync(s_shape__, file, options, cancellationToken).ConfigureAwait(false));");
            }
            else
            {
                writer.Line($"public static new {type.FullName} Load(string? file = null, global::ConnectionGen.TestbedOptions? options = null)");
                writer.Continuation("=> new(global::ConnectionGen.LoadedTestbed.Load(s_shape__, file, options));");
            }
        }
    }

    private static void Device(SourceWriter writer, DeviceModel device, string name)
    {
        writer.Gap();
        writer.Line($"/// <summary>{CSharpText.Documentation(device.Summary)}</summary>");
        writer.Line($"public sealed partial class {name}Device : global::ConnectionGen.Device");
        writer.Open();
        writer.Line($"internal {name}Device(global::ConnectionGen.DeviceContext context)");
        writer.Continuation(": base(context)");
        writer.Open();
        writer.Close();
        writer.Gap();
        writer.Line("/// <summary>The names of the device's paths.</summary>");
        writer.Line("public static class Via");
        writer.Open();
        var paths = MemberNames.Distinct(device.Paths.Select(static p => p.Name), MemberNames.OfVia);
        foreach (var path in device.Paths)
        {
            writer.Gap();
            writer.Line($"/// <summary>The path <c>{CSharpText.Documentation(path.Name)}</c>{(path.Class is null ? "" : $", by class <c>{CSharpText.Documentation(path.Class)}</c>")}.</summary>");
            writer.Line($"public const string {paths[path.Name]} = {CSharpText.Text(path.Name)};");
        }

        writer.Close();
        TopologyEmitter.Interfaces(writer, device.Interfaces);
        writer.Close();
    }
}

using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Generators;

/// <summary>The assembly's manifest of connection classes, and what registers every class that the compilation sees.</summary>
internal static class RegistryEmitter
{
    public static SourceText? Emit(RegistryModel model)
    {
        if (model.IsEmpty)
        {
            return null;
        }

        var writer = SourceWriter.File();
        writer.Gap();
        foreach (var own in model.Own)
        {
            writer.Line($"[assembly: global::ConnectionGen.ConnectionClassManifest({string.Join(", ", own.Names.Select(CSharpText.Text).Prepend($"typeof({own.Type})"))}{Options(own)})]");
        }

        foreach (var wrapper in model.Wrappers.Where(static w => w.IsPublic))
        {
            writer.Line($"[assembly: global::ConnectionGen.ServiceWrapperManifest(typeof({wrapper.Type}), typeof({wrapper.ConnectionClass}), {Service(wrapper)}, {Order(wrapper)})]");
        }

        writer.Gap();
        writer.Line("[global::Microsoft.CodeAnalysis.Embedded]");
        writer.Line(CSharpText.GeneratedCode);
        writer.Line(CSharpText.HideFromEditor);
        writer.Line("internal static class ConnectionGenRegistration");
        writer.Open();
        writer.Line("/// <summary>Runs before the assembly's own code, so that names in testbed files find their classes.</summary>");
        writer.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
        writer.Line("internal static void Register()");
        writer.Open();
        foreach (var type in model.Own.Select(static c => c.Type).Concat(model.Referenced).Distinct(StringComparer.Ordinal).OrderBy(static t => t, StringComparer.Ordinal))
        {
            writer.Line($"global::ConnectionGen.ConnectionClasses.Register<{type}>();");
        }

        foreach (var wrapper in model.Wrappers.Concat(model.ReferencedWrappers))
        {
            writer.Line($"global::ConnectionGen.ConnectionClasses.RegisterWrapper<{wrapper.Type}, {wrapper.ConnectionClass}>(static () => new {wrapper.Type}(), {Service(wrapper)}, {Order(wrapper)});");
        }

        writer.Close();
        writer.Close();
        return writer.ToSourceText();
    }

    private static string Options(RegisteredClass own) =>
        (own.Arguments.Count == 0 ? "" : $", Arguments = new[] {{ {string.Join(", ", own.Arguments.Select(CSharpText.Text))} }}")
        + (own.IsDefault ? ", IsDefault = true" : "")
        + (own.NeedsCredentials ? ", NeedsCredentials = true" : "");

    private static string Service(WrapperModel wrapper) => wrapper.Service is { } service ? CSharpText.Text(service) : "null";

    private static string Order(WrapperModel wrapper) => wrapper.Order.ToString(CultureInfo.InvariantCulture);
}

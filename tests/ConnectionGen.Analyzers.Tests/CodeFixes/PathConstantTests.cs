using ConnectionGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace ConnectionGen.Analyzers.Tests;

public sealed class PathConstantTests
{
    [Theory]
    [InlineData("await lab.Phoenix.ConnectAsync(via: /* why */ \"mg$$mt\" /* so */);", "await lab.Phoenix.ConnectAsync(via: /* why */ Lab.PhoenixDevice.Via.Mgmt /* so */);")]
    [InlineData("await lab.R2.ConnectAsync(\"a\", \"$$backup-1\");", "await lab.R2.ConnectAsync(\"a\", Lab.R2Device.Via.Backup1);")]
    [InlineData("await lab.Devices[\"r-2\"].ConnectAsync(via: \"$$mgmt\");", "await lab.Devices[\"r-2\"].ConnectAsync(via: Lab.R2Device.Via.Mgmt);")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: lab is null ? \"mgmt\" : \"con$$sole\");", "await lab.Phoenix.ConnectAsync(via: lab is null ? \"mgmt\" : Lab.PhoenixDevice.Via.Console);")]
    public async Task A_text_becomes_the_constant(string before, string after) => Assert.Equal(Code(after), await ChangeAsync(before));

    [Theory]
    [InlineData("await lab.Phoenix.ConnectAsync(via: Lab.PhoenixDevice.Via.Mg$$mt);", "await lab.Phoenix.ConnectAsync(via: \"mgmt\");")]
    [InlineData("await lab.R2.ConnectAsync(\"a\", L$$ab.R2Device.Via.Backup1 /* so */);", "await lab.R2.ConnectAsync(\"a\", \"backup-1\" /* so */);")]
    public async Task And_back(string before, string after) => Assert.Equal(Code(after), await ChangeAsync(before));

    [Theory]
    [InlineData("await lab.Phoenix.ConnectAsync(\"mg$$mt\");")] // an alias
    [InlineData("await lab.Phoenix.ConnectAsync(via: \"mg$$nt\");")] // no path
    [InlineData("await any.ConnectAsync(via: \"mg$$mt\");")] // of an unknown device
    [InlineData("Console.WriteLine(\"mg$$mt\");")]
    [InlineData("Console.WriteLine(lab.Pho$$enix.Name);")]
    public async Task Nothing_is_offered_elsewhere(string body) => Assert.Null(await ChangeAsync(body));

    private static string Code(string body) => "namespace Project;\n\nclass Steps\n{\n    async Task RunAsync(Lab lab, Device any)\n    {\n        " + body + "\n    }\n}\n";

    private static async Task<string?> ChangeAsync(string body)
    {
        var marked = Code(body);
        var caret = marked.IndexOf("$$", StringComparison.Ordinal);
        var program = UserProgram.Of(
            [("Lab.cs", "global using ConnectionGen; namespace Project; [Testbed(\"lab.yaml\")] public partial class Lab;"), ("Steps.cs", marked.Remove(caret, 2))],
            [("lab.yaml", await File.ReadAllTextAsync(Path.Combine(UserProgram.Folder, "Files", "lab.yaml"), TestContext.Current.CancellationToken))],
            OutputKind.DynamicallyLinkedLibrary);
        using var workspace = new AdhocWorkspace();
        var document = program.In(workspace).Documents.Single(file => file.Name == "Steps.cs");

        var actions = new List<CodeAction>();
        await new PathConstantRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, new TextSpan(caret, 0), actions.Add, TestContext.Current.CancellationToken));
        if (actions is not [var action])
        {
            Assert.Empty(actions);
            return null;
        }

        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        return (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}

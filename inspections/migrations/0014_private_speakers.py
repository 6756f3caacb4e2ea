"""Private persons whose words a source quotes are named beside them, apart from those in office."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0013_place_keys'),
    ]

    operations = [
        migrations.AddField(
            model_name='statement',
            name='private_speaker',
            field=models.TextField(blank=True, default=''),
            preserve_default=False,
        ),
    ]
